"""The triggers: an entry, a link and a payload are written once; a payload goes only where a row
says that it was forgotten on purpose. They stop mistakes and casual hands; who owns the database
can remove them, and then `verify` tells.
"""

from typing import Any, NamedTuple

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ENTRY, LINK, PAYLOAD = "audit_entry", "audit_link", "audit_payload"
PENDING, FORGOTTEN = "audit_pending", "audit_forgotten"
FROZEN = {ENTRY: "id", LINK: "position", FORGOTTEN: "entry_id", PAYLOAD: "entry_id"}
WORDS = "the trail is written once"

# What each function of PostgreSQL does.
BODIES = {
    "audit_refuse": f"""
BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END""",
    "audit_refuse_unless_forgotten": f"""
BEGIN
    IF EXISTS (SELECT 1 FROM {FORGOTTEN} WHERE entry_id = OLD.entry_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation';
END""",
    "audit_wait_for_seal": f"""
BEGIN INSERT INTO {PENDING} (entry_id) VALUES (NEW.id); RETURN NULL; END""",
}
# When a trigger of PostgreSQL fires: its words, and pg_trigger.tgtype.
UPDATED, EMPTIED = ("BEFORE UPDATE", "FOR EACH ROW", 19), ("BEFORE TRUNCATE", "", 34)
DELETED, ADDED = ("BEFORE DELETE", "FOR EACH ROW", 11), ("AFTER INSERT", "FOR EACH ROW", 5)

_THERE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    # Of the tables that our own names mean, not of those of another schema.
    "postgresql": """
SELECT tgname, relname, proname, prosrc, tgtype FROM pg_trigger
JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE tgenabled IN ('O', 'A') AND pg_table_is_visible(tgrelid)
AND tgqual IS NULL AND tgattr::text = ''""",
}


def _sqlite() -> dict[str, str]:
    """Name and statement of each trigger. INSERT OR REPLACE deletes without a DELETE trigger, so a
    key that is there is refused too."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    made = {}
    for table, key in FROZEN.items():
        made[f"{table}_update"] = f"BEFORE UPDATE ON {table} {refuse}"
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"
        made[f"{table}_replace"] = f"BEFORE INSERT ON {table} WHEN {there} {refuse}"
        forgotten = f"EXISTS (SELECT 1 FROM {FORGOTTEN} WHERE entry_id = OLD.entry_id)"
        unless = f"WHEN NOT {forgotten} " if table == PAYLOAD else ""
        made[f"{table}_delete"] = f"BEFORE DELETE ON {table} {unless}{refuse}"
    wait = f"BEGIN INSERT INTO {PENDING} (entry_id) VALUES (NEW.id); END"
    made[f"{ENTRY}_wait"] = f"AFTER INSERT ON {ENTRY} {wait}"
    return made


class Trigger(NamedTuple):
    """A trigger of PostgreSQL."""

    table: str
    fires: tuple[str, str, int]
    function: str

    @property
    def statement(self) -> str:
        when, each, _type = self.fires
        return f"{when} ON {self.table} {each} EXECUTE FUNCTION {self.function}()"


def _postgres() -> dict[str, Trigger]:
    made = {}
    for table in FROZEN:
        made[f"{table}_update"] = Trigger(table, UPDATED, "audit_refuse")
        made[f"{table}_empty"] = Trigger(table, EMPTIED, "audit_refuse")
        what = "audit_refuse_unless_forgotten" if table == PAYLOAD else "audit_refuse"
        made[f"{table}_delete"] = Trigger(table, DELETED, what)
    made[f"{ENTRY}_wait"] = Trigger(ENTRY, ADDED, "audit_wait_for_seal")
    return made


def statements(vendor: str) -> list[str]:
    """What sets the triggers up, or up again."""
    if vendor == "sqlite":
        return [f"CREATE TRIGGER IF NOT EXISTS {name} {rest}" for name, rest in _sqlite().items()]
    function = "CREATE OR REPLACE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS $${}$$"
    trigger = "CREATE OR REPLACE TRIGGER {} {}"
    return [
        *(function.format(name, body) for name, body in BODIES.items()),
        *(trigger.format(name, one.statement) for name, one in _postgres().items()),
    ]


def removal(vendor: str) -> list[str]:
    """What takes the triggers away: for emptying the database of a test, and for undoing."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _sqlite()]
    return [f"DROP TRIGGER IF EXISTS {name} ON {one.table}" for name, one in _postgres().items()]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that are not there, that are switched off, or that do something
    else than they should."""
    wanted = _wanted(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(_THERE[connection.vendor])
        there = {name: rest for name, *rest in cursor.fetchall()}
    return sorted(name for name, rest in wanted.items() if there.get(name) != rest)


def _wanted(vendor: str) -> dict[str, list[Any]]:
    """What the database should say of each trigger."""
    if vendor == "sqlite":
        return {name: [f"CREATE TRIGGER {name} {rest}"] for name, rest in _sqlite().items()}
    return {
        name: [one.table, one.function, BODIES[one.function], one.fires[2]]
        for name, one in _postgres().items()
    }


def run(connection: BaseDatabaseWrapper, wanted: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in wanted:
            cursor.execute(statement)


def set_up(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """For the migration."""
    run(editor.connection, statements(editor.connection.vendor))


def take_down(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """For undoing the migration."""
    run(editor.connection, removal(editor.connection.vendor))


def after_migrate(sender: Any, *, using: str, **kwargs: Any) -> None:
    """What a later migration may have lost stands again after it."""
    connection = connections[using]
    if ENTRY in connection.introspection.table_names() and missing(connection):
        run(connection, [*removal(connection.vendor), *statements(connection.vendor)])
