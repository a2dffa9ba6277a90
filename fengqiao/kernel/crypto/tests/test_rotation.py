"""A new key comes in while people work; the run is killed and goes on."""

import signal
import subprocess
import sys

import pytest

from fengqiao.kernel.crypto import keyfile, rotation
from fengqiao.kernel.crypto.columns import uses
from fengqiao.kernel.crypto.keys import Keys, KeysRefused, Kind
from fengqiao.kernel.crypto.models import KeyCheck
from fengqiao.kernel.crypto.retiring import retire
from fengqiao.kernel.crypto.ring import ring
from fengqiao.kernel.crypto.starting import check
from fengqiao.kernel.crypto.tests.test_fields import put
from fengqiao.kernel.crypto.tokens import write_tokens
from fengqiao.lib.faults import InputRefused
from tests.drawer.models import Sheet, SheetToken

ROWS = 30
FILL = f"""
from fengqiao.kernel.crypto.tokens import write_tokens
for number in range({ROWS}):
    sheet = Sheet.objects.create(title=f"t{{number}}", said=f"原话{{number}}", phone=f"138{{number:08}}")
    write_tokens(SheetToken, sheet)
"""
# Rotation with small batches that stops for good at the nth call of a function of it.
STOPPING = """
import sys, time, importlib
import django
django.setup()
from fengqiao.kernel.crypto import renewal, rotation
renewal.BATCH, rotation.SETTLING = 4, 0.2
module, owner, name, calls, *words = sys.argv[1:]
owner = importlib.import_module("fengqiao.kernel.crypto." + module).__dict__.get(owner) or (
    importlib.import_module("fengqiao.kernel.crypto." + module)
)
whole, left = getattr(owner, name), int(calls)
def stopping(*args, **kwargs):
    global left
    left -= 1
    if left == 0:
        print("stopped", flush=True)
        time.sleep(600)
    return whole(*args, **kwargs)
setattr(owner, name, stopping)
from fengqiao.config import cli
sys.exit(cli.main(["keys", "rotate", *words]))
"""
# Before the key is noted, before it is in the file, before anything stands under it, in the middle
# of a batch, between two, at the last count.
POINTS = [
    ("rotation", "", "note", 1),
    ("keyfile", "", "write", 1),
    ("renewal", "Renewal", "run", 1),
    ("renewal", "", "_renew", 7),
    ("renewal", "Renewal", "_batch", 3),
    ("renewal", "", "_renew", 6),
    ("rotation", "", "under_old_keys", 2),
]
WRITER = """
import os, sys
number = int(sys.argv[1])
phone = f"138{number:08}"
print("writing", flush=True)
for turn in range(10_000):
    sheet = Sheet.objects.get(phone_code=phone)
    assert sheet.said == (f"{turn - 1}" if turn else f"原话{number}"), sheet.said
    sheet.said = str(turn)
    sheet.save()
    assert Sheet.objects.filter(phone_end=phone[-4:]).exists()
    if os.path.exists(sys.argv[2]):
        break
print(turn)
"""


def stop_at(point, environment, *words):
    """Start a rotation, kill it at the point."""
    with subprocess.Popen(
        [sys.executable, "-c", STOPPING, *map(str, point), *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout.readline() == "stopped\n"
        running.send_signal(signal.SIGKILL)


@pytest.mark.django_db(transaction=True)
class TestProcesses:
    @pytest.fixture(autouse=True)
    def _filled(self, command, script):
        command("migrate")
        script(FILL)

    @pytest.mark.parametrize(
        ("words", "points"),
        [([], POINTS), (["--lookup"], POINTS[3:5])],
        ids=["encryption", "lookup"],
    )
    def test_a_rotation_that_is_killed_again_and_again_loses_nothing(
        self, command, environment, script, words, points
    ):
        for point in points:
            stop_at(point, environment, *words)
            assert script(LOOK) == "whole\n"
        command("keys", "rotate", "--resume")
        assert script(LOOK) == "whole\n"
        lines = [line.split("\t") for line in command("keys", "list").stdout.splitlines()]
        assert {line[4] for line in lines if line[2] != "当前"} <= {"0"}
        for line in lines:
            if line[2] == "旧":
                command("keys", "retire", line[0])
        assert script(LOOK) == "whole\n"

    @pytest.mark.parametrize("words", [[], ["--lookup"]], ids=["encryption", "lookup"])
    def test_who_writes_meanwhile_loses_nothing_and_finds_everything(
        self, command, environment, script, tmp_path, words
    ):
        end = tmp_path / "end"
        head = "import django\ndjango.setup()\nfrom tests.drawer.models import *\n"
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", head + WRITER, str(number), str(end)],
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in (3, ROWS - 3)
        ]
        for writer in writers:
            assert writer.stdout.readline() == "writing\n"
        for _time in range(4):
            subprocess.run(
                [sys.executable, "-c", STOPPING, "renewal", "", "_renew", "0", *words],
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        end.touch()
        turns = [writer.communicate(timeout=60)[0].strip() for writer in writers]
        assert [writer.returncode for writer in writers] == [0, 0]
        said = script("print(*[one.said for one in Sheet.objects.order_by('pk')], sep='|')")
        assert [said.strip().split("|")[at] for at in (3, ROWS - 3)] == turns
        assert "还有0个值" in command("keys", "rotate", "--resume").stdout


LOOK = f"""
for number in range({ROWS}):
    phone = f"138{{number:08}}"
    [sheet] = Sheet.objects.filter(phone_code=phone)
    assert (sheet.phone, sheet.said) == (phone, f"原话{{number}}")
    assert sheet in Sheet.objects.filter(phone_end=phone)
    assert sheet in Sheet.objects.filter(tokens__code=f"t{{number}}")
assert Sheet.objects.count() == {ROWS}
print("whole")
"""


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(rotation, "SETTLING", 0)


@pytest.fixture
def sheet(db, quick):
    check()
    made = Sheet.objects.create(title="zhs", said="原话", phone="13800001234", details={"伤": 1})
    write_tokens(SheetToken, made)
    return made


def rotate(kind=Kind.ENCRYPTION, *, resume=False):
    return rotation.rotate(kind, resume=resume, tell=lambda text: None)


def test_everything_stands_under_the_new_key_and_reads_as_before(sheet, stored):
    outcome = rotate()
    assert (outcome.added, outcome.written, outcome.left, outcome.unreadable) == ("E2", 1, 0, [])
    for column in ("said", "phone", "details"):
        assert stored("drawer_sheet", column)[0].startswith("sm4:E2:")
    again = Sheet.objects.get(phone_code="13800001234")
    assert (again.said, again.details) == ("原话", {"伤": 1})
    assert KeyCheck.objects.filter(key_id="E2").exists()


def test_every_code_is_made_again_under_a_new_look_up_key(sheet, stored):
    before = stored("drawer_sheettoken", "code")
    assert rotate(Kind.LOOKUP).added == "L2"
    after = stored("drawer_sheettoken", "code")
    assert len(after) == len(before)
    assert all(code.startswith("L2:") for code in after + stored("drawer_sheet", "phone_code"))
    assert Sheet.objects.get(phone_end="1234") == sheet
    assert Sheet.objects.get(tokens__code="zh") == sheet
    assert stored("drawer_sheet", "said")[0].startswith("sm4:E1:")


def test_between_two_keys_a_value_is_found_under_either(sheet):
    rotation.add_key(Kind.LOOKUP)
    newer = Sheet.objects.create(phone="13800001234")
    assert set(Sheet.objects.filter(phone_code="13800001234")) == {sheet, newer}
    assert uses("L1")
    assert uses("L2")


def test_a_run_that_was_not_finished_is_finished_before_another_key_comes(sheet):
    rotation.add_key(Kind.ENCRYPTION)
    assert rotate().added == ""
    assert ring.now().encryption.current == "E2"
    assert rotate().added == "E3"
    assert rotate(resume=True).added == ""


def test_a_value_that_cannot_be_read_is_named_and_the_others_go_on(sheet, stored):
    broken = Sheet.objects.create(said="x")
    put(broken, "said", stored("drawer_sheet", "said")[1][:-4])
    outcome = rotate()
    assert outcome.unreadable == [f"drawer_sheet:{broken.pk}"]
    assert outcome.left == 3
    assert stored("drawer_sheet", "said")[0].startswith("sm4:E2:")
    assert Sheet.objects.get(pk=sheet.pk).said == "原话"
    with pytest.raises(InputRefused, match="还有3个值"):
        retire("E1")


def test_a_key_is_retired_only_when_nothing_stands_under_it(sheet, key_file):
    with pytest.raises(InputRefused, match="正在使用"):
        retire("E1")
    rotation.add_key(Kind.ENCRYPTION)
    with pytest.raises(InputRefused, match="还有3个值"):
        retire("E1")
    rotate()
    aside = retire("E1")
    assert aside.stat().st_mode & 0o077 == 0
    assert "E1" in aside.read_text()
    assert "E1" not in key_file.read_text()
    with pytest.raises(InputRefused, match="没有密钥"):
        retire("E1")
    check()
    assert Sheet.objects.get(pk=sheet.pk).said == "原话"


def test_an_id_is_never_given_twice(sheet):
    rotate()
    retire("E1")
    assert rotate().added == "E3"


def test_keys_of_the_environment_are_changed_by_the_administrator(sheet, monkeypatch):
    old = ring.now()
    monkeypatch.setenv(keyfile.VARIABLE, old.to_json())
    ring.forget()
    with pytest.raises(KeysRefused, match="环境变量"):
        rotate()
    newer = old.with_set(old.encryption.with_new("E2"))
    monkeypatch.setenv(keyfile.VARIABLE, newer.to_json())
    ring.forget()
    assert rotate(resume=True).left == 0
    assert retire("E1") is None
    assert Sheet.objects.get(pk=sheet.pk).said == "原话"


def test_new_keys_differ():
    made = [Keys.fresh() for _ in range(3)]
    assert len({keys.encryption.secret for keys in made}) == 3
    assert len({keys.lookup.secret for keys in made}) == 3


def test_a_rotation_that_has_nothing_to_do_writes_nothing(sheet):
    assert rotate(resume=True).written == 0
