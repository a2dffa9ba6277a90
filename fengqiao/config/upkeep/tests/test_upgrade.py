"""A database that the first version filled is brought to today, and every value in it is still there."""

ABOUT = {
    **{name: name for name in ("standard", "title", "edition", "digest", "unit")},
    "as_of": "2021-12-31",
    "valid_from": "2021-08-19",
    "valid_to": None,
    "sections": {},
    "classes": ["词"],
    "targets": {"词": "9/10"},
    "ambiguities": [],
    "sources": [],
    "items": [
        {
            "id": "staff",
            "title": "工作人员",
            "section": "3.3",
            "unit": "人",
            "clause": {"by": ["size"], "cells": [[["词"], "3.3.a"]], "unknown": "3.3"},
            "facts": ["total"],
            "is_counted": True,
            "may_not_apply": False,
            "note": "",
        }
    ],
    "facts": [
        {
            "name": "total",
            "label": "人数",
            "unit": "人",
            "type": "number",
            "table": "staff",
            "column": "name",
        }
    ],
}
# What the first version kept of an office for its page.
OPEN = {
    "items": [
        {
            "id": "staff",
            "title": "工作人员",
            "section": "3.3",
            "clause": "3.3.a",
            "verdict": "met",
            "actual": 5,
            "required": 5,
            "gap": 0,
            "unit": "人",
            "why": "有5人。",
            "facts": ["total"],
        }
    ],
    "facts": {
        "total": {
            "name": "total",
            "label": "人数",
            "value": 5,
            "unit": "人",
            "source": {"kind": "reported", "text": "名册", "on": "2021-12-31"},
            "among": None,
        }
    },
    "evidence": {"total": [{"name": "某人", "joined_on": "2020-01-01"}]},
}
# Columns whose values went elsewhere, where the test looks for them.
REMARK = {"remark"}  # that no page and no file ever filled
MOVED = {
    "imports_import": {"sections", "warnings", "faults"},  # encrypted
    "standards_judgedoffice": {*OPEN},
    "standards_judgement": {"districts"},
    "organisations_equipment": REMARK,
    "organisations_officefact": REMARK,
    "organisations_room": REMARK,
}

EARLIER = (
    f"""
ABOUT, OPEN = {ABOUT!r}, {OPEN!r}
"""
    + """
import json
from datetime import date, datetime, timezone
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor

OURS = ["accounts", "areas", "imports", "jobs", "organisations", "standards"]
OTHERS = ["contenttypes", "auth", "sessions", "django_tasks_database"]
executor = MigrationExecutor(connection)
graph = executor.loader.graph
targets = [(app, "0001_initial") for app in OURS]
targets += [leaf for app in OTHERS for leaf in graph.leaf_nodes(app)]
state = executor.migrate(targets)

WORDS = {
    "CharField": "词", "TextField": "一句话。", "JSONField": {"键": ["值", 1]}, "BooleanField": False,
    "FloatField": 1.5, "DateField": date(2021, 8, 19),
    "DateTimeField": datetime(2021, 8, 19, 9, 30, tzinfo=timezone.utc),
}
SPECIAL = {
    "areas.area": {"path": "0001", "depth": 1},
    "areas.areaname": {"code": "321200"},
    "standards.judgement": {"about": ABOUT, "districts": []},
    "standards.judgedoffice": {"meets": True, "unmet": 0, "unknown": 0} | OPEN,
    "jobs.job": {"state": "done"},
}

def value(field, number):
    if field.is_relation:
        return field.related_model._base_manager.first()
    if field.choices:
        return field.choices[0][0]
    kind = field.get_internal_type()
    if kind in ("CharField", "TextField") and field.unique:
        return f"词{number}"[: field.max_length]
    if kind == "CharField":
        return WORDS[kind][: field.max_length]
    return WORDS.get(kind, number)

def fill(model):
    label = model._meta.label_lower
    fields = [one for one in model._meta.local_concrete_fields if not one.auto_created]
    given = {one.name: value(one, 1) for one in fields if one.name != "ends_on"}
    model._base_manager.create(**{**given, **SPECIAL.get(label, {})})

def wait_for_relations(left):
    while left:
        ready = [
            model for model in left
            if all(f.related_model not in left or f.related_model is model
                   for f in model._meta.local_concrete_fields if f.is_relation)
        ]
        yield from ready
        left = [model for model in left if model not in ready]

models_then = [state.apps.get_model(app, m) for app in OURS for m in state.apps.all_models[app]]
done = []
for model in wait_for_relations(models_then):
    fill(model)
    done.append(model._meta.db_table)
"""
)

READ = """
import json, sys
from django.db import connection
tables = TABLES
found = {}
with connection.cursor() as cursor:
    for table, columns in tables.items():
        names = ", ".join(f'"{column}"' for column in columns)
        cursor.execute(f'SELECT {names} FROM "{table}"')
        found[table] = [[str(one) for one in row] for row in cursor.fetchall()]
print(json.dumps(found))
"""

COLUMNS = """
print(json.dumps({
    table: sorted(one.name for one in connection.introspection.get_table_description(
        connection.cursor(), table))
    for table in done
}))
"""

# The judgement of then as its pages read it now.
OPENED = """
import json
from dataclasses import asdict
from fengqiao.kernel.imports.models import Import
from fengqiao.oversight.standards.keeping import detail_of
from fengqiao.oversight.standards.models import JudgedOffice
found = JudgedOffice.objects.get()
counts = found.judgement.tallies.values_list("place", "offices", "met", "short_by", "items")
detail = asdict(detail_of(found))
for item in detail["items"]:
    assert item.pop("points", None) is item.pop("full", None) is None
assert detail.pop("scored", None) is None
quoted = Import.objects.values_list("sections", "warnings", "faults").get()
print(json.dumps([found.row, found.verdicts, list(counts), detail, quoted], default=str))
"""


def test_every_value_of_the_first_version_is_there_after_the_upgrade(system):
    old = system("old")
    columns = old.script(EARLIER + COLUMNS)
    assert len(columns) > 15
    columns = {
        table: sorted({*names} - MOVED.get(table, set())) for table, names in columns.items()
    }
    read = READ.replace("TABLES", repr(columns))
    before = old.script(read)
    assert all(rows for rows in before.values())

    assert "正在更新数据库" in old.run("migrate")

    assert old.script(read) == before
    assert old.script(OPENED) == [
        1,
        "m.",
        [[0, 1, 1, 0, [[1, 0, 0], [0, 0, 0]]], [1, 1, 1, 0, [[1, 0, 0], [0, 0, 0]]]],
        OPEN,
        [{"键": ["值", 1]}] * 3,
    ]
    assert "操作记录完整" in old.run("audit", "verify")
    assert old.run("migrate") == ""
