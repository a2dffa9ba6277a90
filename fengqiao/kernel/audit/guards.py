"""The triggers: an entry, a link and a payload are written once; a payload goes only where a row
says that it was forgotten on purpose. They stop mistakes and casual hands; who owns the database
can remove them, and then `verify` tells.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ENTRY, LINK, PAYLOAD = "audit_entry", "audit_link", "audit_payload"
PENDING, FORGOTTEN = "audit_pending", "audit_forgotten"
FROZEN = {ENTRY: "id", LINK: "position", FORGOTTEN: "entry_id", PAYLOAD: "entry_id"}
WORDS = "the trail is written once"

_POSTGRES_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE OR REPLACE FUNCTION audit_refuse_unless_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {FORGOTTEN} WHERE entry_id = OLD.entry_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE FUNCTION audit_wait_for_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO {PENDING} (entry_id) VALUES (NEW.id); RETURN NULL; END $$
"""


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


def _postgres() -> dict[str, tuple[str, str]]:
    """Name, table and statement of each trigger."""
    refuse = "EXECUTE FUNCTION audit_refuse()"
    made = {}
    for table in FROZEN:
        made[f"{table}_update"] = (table, f"BEFORE UPDATE ON {table} FOR EACH ROW {refuse}")
        made[f"{table}_empty"] = (table, f"BEFORE TRUNCATE ON {table} {refuse}")
        what = "audit_refuse_unless_forgotten" if table == PAYLOAD else "audit_refuse"
        each = f"BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {what}()"
        made[f"{table}_delete"] = (table, each)
    wait = f"AFTER INSERT ON {ENTRY} FOR EACH ROW EXECUTE FUNCTION audit_wait_for_seal()"
    made[f"{ENTRY}_wait"] = (ENTRY, wait)
    return made


def statements(vendor: str) -> list[str]:
    """What sets the triggers up, or up again."""
    if vendor == "sqlite":
        return [f"CREATE TRIGGER IF NOT EXISTS {name} {rest}" for name, rest in _sqlite().items()]
    triggers = [f"CREATE OR REPLACE TRIGGER {n} {rest}" for n, (_t, rest) in _postgres().items()]
    return [_POSTGRES_FUNCTIONS, *triggers]


def removal(vendor: str) -> list[str]:
    """What takes the triggers away: for emptying the database of a test, and for undoing."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _sqlite()]
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, (table, _) in _postgres().items()]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that are not there, or that are switched off."""
    sqlite = connection.vendor == "sqlite"
    wanted = _sqlite() if sqlite else _postgres()
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if sqlite
        else "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        there = {name for (name,) in cursor.fetchall()}
    return sorted(wanted.keys() - there)


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
        run(connection, statements(connection.vendor))
