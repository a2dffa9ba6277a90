"""The database itself refuses to change the trail."""

import pytest
from django.db import IntegrityError, connection, transaction

from fengqiao.kernel.audit import guards
from fengqiao.kernel.audit.forgetting import forget
from fengqiao.kernel.audit.models import Entry, Forgotten, Link, Payload

pytestmark = pytest.mark.django_db


def refused(act):
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        act()


@pytest.mark.parametrize("model", [Entry, Link, Payload, Forgotten])
def test_a_row_of_the_trail_is_not_changed(chain, model):
    forget(chain[:1], by=None, reason="本人申请")
    column = {Entry: "label", Link: "hash", Payload: "body", Forgotten: "order"}[model]
    value = chain[0].pk if model is Forgotten else "别的"
    refused(lambda: model.objects.update(**{column: value}))


@pytest.mark.parametrize("table", ["audit_entry", "audit_link", "audit_payload", "audit_forgotten"])
def test_a_row_of_the_trail_is_not_deleted(chain, table):
    forget(chain[:1], by=None, reason="本人申请")
    refused(lambda: guards.run(connection, [f"DELETE FROM {table}"]))


def test_a_payload_goes_where_it_was_forgotten(chain):
    forget(chain[:1], by=None, reason="本人申请")
    assert not Payload.objects.filter(entry=chain[0]).exists()
    assert Forgotten.objects.get(entry=chain[0]).order.act == "audit.forgotten"


def test_the_trail_is_not_emptied_or_replaced(chain):
    if connection.vendor == "sqlite":
        copied = "INSERT OR REPLACE INTO audit_link SELECT * FROM audit_link"
        refused(lambda: guards.run(connection, [copied]))
    else:
        refused(lambda: guards.run(connection, ["TRUNCATE audit_forgotten"]))


def test_guards_that_a_migration_lost_stand_again_after_it(db):
    guards.run(connection, guards.removal(connection.vendor))
    assert guards.missing(connection)
    guards.after_migrate(None, using="default")
    assert guards.missing(connection) == []


def test_a_guard_that_does_nothing_any_more_counts_as_missing(db):
    """A trigger of the right name that lets everything pass."""
    if connection.vendor == "sqlite":
        empty = [
            "DROP TRIGGER audit_entry_update",
            "CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry BEGIN SELECT 1; END",
        ]
    else:
        empty = [
            "CREATE OR REPLACE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry"
            " FOR EACH ROW WHEN (false) EXECUTE FUNCTION audit_refuse()"
        ]
    guards.run(connection, empty)
    assert guards.missing(connection) == ["audit_entry_update"]
    guards.after_migrate(None, using="default")
    assert guards.missing(connection) == []


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="only there are schemas and functions"
)
def test_guards_of_another_schema_guard_nothing_here(db):
    table, schema = "audit_entry", "before_restore"
    copied = [
        f"CREATE SCHEMA {schema}",
        f"CREATE TABLE {schema}.{table} (LIKE {table})",
        f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {schema}.{table}"
        " FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    ]
    guards.run(connection, [*copied, f"DROP TRIGGER {table}_update ON {table}"])
    assert guards.missing(connection) == [f"{table}_update"]


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="only there are schemas and functions"
)
def test_a_function_that_refuses_no_more_disarms_its_guards(db):
    function = "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    guards.run(connection, [f"{function} $$ BEGIN RETURN NEW; END $$"])
    assert "audit_entry_update" in guards.missing(connection)
    assert "audit_payload_delete" not in guards.missing(connection)
