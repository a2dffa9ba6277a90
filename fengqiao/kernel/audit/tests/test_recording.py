"""What is recorded of an act, and what refuses to be."""

from contextlib import suppress

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from fengqiao.kernel.audit import registry
from fengqiao.kernel.audit.models import Entry, Payload, Pending
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.via import Via, through

pytestmark = pytest.mark.django_db


def test_an_entry_says_who_did_what_to_which_record_and_where(wrote, cast, places):
    entry = wrote("张三", by=cast.clerk, subject=cast.city, area=places["office"])
    entry.refresh_from_db()
    assert (entry.act, entry.by, entry.area_id) == ("tests.wrote", cast.clerk, places["office"].pk)
    assert (entry.subject_kind, entry.subject_id) == ("accounts.user", cast.city.pk)
    assert entry.label == f"账号 {cast.city.pk} 号"
    assert entry.district == places["one"].path
    assert list(Entry.objects.about(cast.city)) == [entry]


def test_a_place_stands_for_itself_and_bears_its_name(wrote, places):
    entry = wrote(subject=places["other"])
    assert entry.area == places["other"]
    assert entry.label == str(places["other"])


def test_personal_data_stand_in_the_payload_alone(wrote, cast):
    entry = wrote("张三", subject=cast.city)
    assert "张三" in Payload.objects.get(entry=entry).body
    assert not [value for value in Entry.objects.values_list().get() if "张三" in str(value)]


def test_an_entry_without_details_has_no_payload(wrote):
    wrote(act="tests.read")
    assert not Payload.objects.exists()


def test_an_act_that_no_table_knows_is_refused():
    with pytest.raises(LookupError, match="no table"):
        record("tests.unknown", by=None)


def test_a_detail_that_its_act_does_not_name_is_refused():
    with pytest.raises(LookupError, match="phone"):
        record("tests.wrote", by=None, phone="13800000000")


def test_an_act_that_stands_in_two_tables_is_a_mistake(monkeypatch):
    from fengqiao.kernel.audit import acts

    monkeypatch.setattr(registry, "_acts", {})
    monkeypatch.setattr(acts, "ACTS", [*acts.ACTS, acts.ACTS[0]])
    with pytest.raises(LookupError, match="twice"):
        registry.collect()


def test_an_act_that_is_rolled_back_leaves_no_trail():
    with suppress(ZeroDivisionError), transaction.atomic():
        record("tests.wrote", by=None)
        raise ZeroDivisionError
    assert not Entry.objects.exists()
    assert not Pending.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_change_outside_its_transaction_is_not_recorded():
    with pytest.raises(TransactionManagementError):
        record("tests.wrote", by=None)
    assert record("tests.read", by=None).pk


def test_the_door_is_the_command_line_unless_another_one_was_opened(wrote):
    assert wrote().via == Via.COMMAND
    with through(Via.JOB):
        assert wrote().via == Via.JOB
    assert wrote().via == Via.COMMAND


def test_recording_asks_two_statements(queries):
    assert len(queries(lambda: record("tests.wrote", by=None, name="张三"))) == 2
