"""Every app says what it is for and is tested; every page goes through `visible_to`."""

import ast

from django.apps import apps

from fengqiao.kernel.areas.scoping import ScopedQuerySet
from tests.manners.source import ROOT, product_files, relative

# Models whose rows no page lists, and why.
UNSCOPED: dict[str, str] = {
    "crypto.KeyCheck": "start-up reads it, before there is a user",
    "crypto.SealedColumn": "start-up reads it, before there is a user",
}


def our_apps():
    return [config for config in apps.get_app_configs() if config.name.startswith("fengqiao.")]


def folder(config):
    return ROOT.joinpath(*config.name.split("."))


def test_every_app_has_a_readme_and_tests():
    missing = [
        config.name
        for config in our_apps()
        if not (folder(config) / "README.md").is_file()
        or not list(folder(config).glob("tests/test_*.py"))
    ]
    assert missing == []


def test_every_model_can_be_asked_for_what_a_user_may_see():
    blind = [
        model._meta.label
        for config in our_apps()
        for model in config.get_models()
        if not isinstance(model._default_manager.all(), ScopedQuerySet)
    ]
    assert [label for label in blind if label not in UNSCOPED] == []


def queries(tree):
    """Every `Something.objects.name(…)` of a module: the line and the name."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Attribute(attr="objects")):
                yield node.lineno, node.attr


def test_views_reach_rows_only_through_visible_to():
    views = [
        path
        for path in product_files()
        if path.name in ("views.py", "api.py") or path.parent.name == "views"
    ]
    assert views
    direct = [
        f"{relative(path)}:{line} objects.{name}"
        for path in views
        for line, name in queries(ast.parse(path.read_text(encoding="utf-8")))
        if name != "visible_to"
    ]
    assert direct == []
