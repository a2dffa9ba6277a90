"""What was destroyed does not come back with an older backup, on this machine or on a new one."""

import json

KNOW = """
import json
from datetime import date
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.actions import add_person
clerk, area = User.objects.first(), Area.objects.order_by("-pk").first()
made = [
    add_person(area=area, by=clerk, name=name, paper="none", address="学院路8号").pk
    for name in ("周海涛", "沈雪梅")
]
print(json.dumps(made))
"""

# The first of them is destroyed as by a list that two persons have signed.
DESTROY = """
from django.db import transaction
from django.utils import timezone
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.models import Known
from fengqiao.registers.protection.journal import keep_outside
from fengqiao.registers.protection.kept import kept_named
from fengqiao.registers.protection.models import Destruction
one, two = User.objects.order_by("pk")[:2]
known = Known.objects.order_by("pk").select_related("person", "area").first()
today = timezone.localdate()
with transaction.atomic():
    listed = Destruction.objects.create(
        kind="people.person", area=known.area, state="done", rule="KEP-01", period="3年",
        proposed_on=today, asked_by=one, confirmed_by=two, asked_on=today, destroyed_on=today,
    )
    listed.items.create(
        subject_id=known.person_id, made_at=known.person.made_at, used_on=today,
        outcome="destroyed",
    )
    kept_named("people.person").wipe(known.person_id, known.area, two)
keep_outside()
"""

NAMES = """
import json
from fengqiao.registers.people.models import Person
print(json.dumps(list(Person.objects.order_by("pk").values_list("name", "address"))))
"""

LISTS = """
import json
from fengqiao.registers.protection.models import Destruction
print(json.dumps(list(Destruction.objects.order_by("pk").values_list("state", flat=True))))
"""

THERE, LEFT = ["周海涛", "学院路8号"], ["沈雪梅", "学院路8号"]
GONE = ["(已销毁)", ""]


def test_what_was_destroyed_since_the_backup_is_destroyed_again(filled, tmp_path):
    filled.script(KNOW)
    filled.run("backup", tmp_path / "before")
    filled.script(DESTROY)
    assert filled.script(NAMES) == [GONE, LEFT]
    said = filled.run("restore", tmp_path / "before", "--replace")
    assert "已重新销毁" in said
    assert filled.script(NAMES) == [GONE, LEFT]
    assert filled.script(LISTS) == ["redone"]
    assert "操作记录完整" in filled.run("audit", "verify")
    assert "已重新销毁" in filled.run("restore", tmp_path / "before", "--replace")


def test_on_a_new_machine_a_later_backup_beside_it_says_what_was_destroyed(filled, tmp_path):
    filled.script(KNOW)
    filled.run("backup", tmp_path / "before")
    filled.run("backup", "--keys", tmp_path / "keys.json")
    filled.script(DESTROY)
    filled.run("backup", tmp_path / "after")
    listed = (tmp_path / "after" / "erasures.jsonl").read_text("utf-8")
    assert len(listed.splitlines()) == 1
    assert "周海涛" not in listed
    filled.destroy()
    filled.make_database()
    said = filled.run("restore", tmp_path / "before", "--keys", tmp_path / "keys.json")
    assert "已重新销毁" in said
    assert filled.script(NAMES) == [GONE, LEFT]
    assert (filled.home / "erasures.jsonl").read_text("utf-8") == listed


def test_another_record_that_got_the_number_of_a_destroyed_one_stays(filled, tmp_path):
    filled.script(KNOW)
    filled.script(DESTROY)
    path = filled.home / "erasures.jsonl"
    line = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(line | {"subject": line["subject"] + 1}) + "\n", "utf-8")
    filled.run("backup", tmp_path / "now")
    said = filled.run("restore", tmp_path / "now", "--replace")
    assert "已重新销毁" not in said
    assert filled.script(NAMES) == [GONE, LEFT]


def test_a_damaged_list_stops_the_restore_before_anything_is_touched(filled, tmp_path):
    filled.script(KNOW)
    filled.run("backup", tmp_path / "before")
    (filled.home / "erasures.jsonl").write_text("{", "utf-8")
    said = filled.run("restore", tmp_path / "before", "--replace", status=2)
    assert "第1行读不通" in said
    assert filled.script(NAMES) == [THERE, LEFT]
    assert not list(filled.home.glob("before-restore-*"))
