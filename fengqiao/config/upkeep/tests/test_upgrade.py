"""A database that the first version filled is brought to today, and every value in it is still there."""

EARLIER = """
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
    "standards.judgedoffice": {"meets": True, "unmet": 0, "unknown": 0},
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


def test_every_value_of_the_first_version_is_there_after_the_upgrade(system):
    old = system("old")
    columns = old.script(EARLIER + COLUMNS)
    assert len(columns) > 15
    read = READ.replace("TABLES", repr(columns))
    before = old.script(read)
    assert all(rows for rows in before.values())

    assert "正在更新数据库" in old.run("migrate")

    assert old.script(read) == before
    assert "操作记录完整" in old.run("audit", "verify")
    assert old.run("migrate") == ""
