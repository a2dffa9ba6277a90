"""No folder of files is forgotten."""

from django.apps import apps

from fengqiao.config.upkeep.holdings import HOLDINGS


def test_every_column_that_names_a_file_is_a_holding():
    named = {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        if model.__module__.startswith("fengqiao.")
        for field in model._meta.local_concrete_fields
        if not field.is_relation
        if field.name == "file" or field.get_internal_type() in {"FileField", "FilePathField"}
    }
    assert named == {(one.table, one.column) for one in HOLDINGS}
