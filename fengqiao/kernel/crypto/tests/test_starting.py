"""Nothing starts with keys that are not those of the values; in processes of their own."""

import json
import subprocess
import sys

import pytest

from fengqiao.kernel.crypto import columns, starting
from fengqiao.kernel.crypto.keys import Keys, KeysRefused
from fengqiao.kernel.crypto.models import KeyCheck, SealedColumn
from fengqiao.kernel.crypto.ring import ring
from fengqiao.lib.typography import typeset
from tests.drawer.models import Sheet

WRITE = 'Sheet.objects.create(said="原话", phone="13800001234")'
STARTS = {
    "missing": [["migrate"], ["worker"], ["demo"]],
    "wrong": [["worker"], ["keys", "rotate"], ["keys", "retire", "E1"]],
    "open": [["migrate"]],
    "broken": [["worker"]],
}
READ = 'print(Sheet.objects.get(phone_code="13800001234").said)'


@pytest.mark.django_db(transaction=True)
class TestProcesses:
    """Each test has a database that was migrated, in the key file's home."""

    @pytest.fixture(autouse=True)
    def _migrated(self, command, key_file):
        said = command("migrate")
        assert said.stdout == ""
        assert str(key_file) in said.stderr
        self.good = key_file.read_bytes()

    def test_the_second_migrate_makes_no_keys(self, command, key_file, script):
        script(WRITE)
        assert command("migrate").stderr == ""
        assert key_file.read_bytes() == self.good
        assert script(READ) == "原话\n"

    @pytest.mark.parametrize("way", ["missing", "wrong", "open", "broken"])
    def test_with_values_nothing_starts_without_their_keys(
        self, way, command, key_file, script, environment
    ):
        script(WRITE)
        words = spoil(key_file, way)
        for start in STARTS[way]:
            said = command(*start, status=1)
            assert typeset(words) in said.stderr
            assert "Traceback" not in said.stderr
            assert said.stderr.count("\n") == 1
        door = subprocess.run(
            [sys.executable, "-c", "import fengqiao.config.wsgi"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert door.returncode == 1
        assert typeset(words) in door.stderr
        assert door.stderr.count("\n") == 1
        key_file.write_bytes(self.good)
        key_file.chmod(0o600)
        assert script(READ) == "原话\n"

    @pytest.mark.parametrize("way", ["missing", "wrong"])
    def test_without_values_other_keys_are_taken(self, way, command, key_file, script):
        spoil(key_file, way)
        command("migrate")
        assert key_file.read_bytes() != self.good
        script(WRITE)
        assert command("migrate").stderr == ""
        assert script(READ) == "原话\n"

    def test_keys_come_from_the_environment_or_a_named_file(
        self, command, key_file, script, tmp_path
    ):
        script(WRITE)
        named = tmp_path / "elsewhere.json"
        key_file.rename(named)
        command("migrate", FENGQIAO_KEY_FILE=str(named))
        command("migrate", FENGQIAO_KEYS=self.good.decode())
        assert "不存在" in command("migrate", status=1, FENGQIAO_KEY_FILE="/nowhere").stderr
        assert not key_file.exists()

    def test_what_is_wrong_can_be_listed(self, command, key_file, script):
        script(WRITE)
        assert "E1\t加密密钥\t当前\t" in command("keys", "list").stdout
        spoil(key_file, "wrong")
        assert "E1\t加密密钥\t不符\t" in command("keys", "list").stdout
        spoil(key_file, "missing")
        assert "L1\t查找密钥\t缺少\t" in command("keys", "list").stdout

    def test_no_key_is_said_by_any_command(self, command, script, tmp_path):
        script(WRITE)
        said = [
            command(*words)
            for words in (
                ["keys", "list"],
                ["keys", "rotate"],
                ["keys", "rotate", "--lookup"],
                ["keys", "retire", "E1"],
                ["keys", "retire", "L1"],
            )
        ]
        texts = [one.stdout + one.stderr for one in said]
        texts += [log.read_text("utf-8") for log in (tmp_path / "logs").glob("*")]
        for one in (self.good, (tmp_path / "keys.json").read_bytes()):
            for keys in json.loads(one).values():
                for secret in keys["keys"].values():
                    assert not [text for text in texts if secret[:-2] in text]


def spoil(key_file, way):
    """What is done to the file, and what is then said."""
    if way == "missing":
        key_file.unlink(missing_ok=True)
        return "缺少密钥 E1"
    if way == "wrong":
        key_file.write_text(Keys.fresh().to_json())
        return "密钥 E1 不是原来的那一个"
    if way == "open":
        key_file.chmod(0o644)
        return "密钥文件的权限过宽(0644)"
    key_file.write_text("{")
    return "密钥的内容不符合格式"


@pytest.mark.django_db
def test_where_all_is_well_the_check_is_one_statement(queries):
    starting.check()
    Sheet.objects.create(said="原话")
    asked = [sql for sql in queries(starting.check) if "SAVEPOINT" not in sql]
    assert len(asked) == 1
    assert "drawer" not in asked[0]


@pytest.mark.django_db
def test_the_database_holds_no_key_but_a_salted_value_of_each():
    starting.check()
    keys = ring.now()
    rows = {row.key_id: row for row in KeyCheck.objects.all()}
    assert rows.keys() == {"E1", "L1"}
    assert len({row.salt for row in rows.values()}) == 2
    for row in rows.values():
        secret = keys.of(row.key_id[0]).secret
        assert secret.hex() not in row.check_value
        assert starting.is_met(row, secret)


@pytest.mark.django_db
def test_a_missing_key_under_which_nothing_stands_is_no_harm():
    starting.check()
    starting.note("E9", b"k" * 16)
    starting.check()
    assert columns.uses("E9") == 0


@pytest.mark.django_db
def test_two_processes_do_not_note_different_keys_under_one_id():
    starting.note("E9", b"k" * 16)
    starting.note("E9", b"k" * 16)
    with pytest.raises(KeysRefused, match="E9"):
        starting.note("E9", b"l" * 16)


@pytest.mark.django_db
def test_the_columns_are_known_to_the_database():
    known = {
        (row.kind, str(row)) for row in SealedColumn.objects.filter(table__startswith="drawer")
    }
    assert known == {
        ("E", "drawer_sheet.said"),
        ("E", "drawer_sheet.phone"),
        ("E", "drawer_sheet.details"),
        ("L", "drawer_sheet.phone_code"),
        ("L", "drawer_sheet.phone_end"),
        ("L", "drawer_sheettoken.code"),
    }


@pytest.mark.django_db
def test_a_column_that_is_gone_is_forgotten():
    SealedColumn.objects.create(kind="E", table="drawer_sheet", column="gone")
    SealedColumn.objects.create(kind="E", table="gone", column="said")
    assert columns.uses("E1") == 0
    columns.after_migrate(None)
    assert not SealedColumn.objects.filter(column="gone").exists()
    assert not SealedColumn.objects.filter(table="gone").exists()
