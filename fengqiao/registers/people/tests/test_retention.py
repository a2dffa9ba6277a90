"""What nobody uses any more is listed, looked through by one, confirmed by another, and then gone."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from time_machine import travel

from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.kernel.audit.sealing import seal
from fengqiao.kernel.audit.verifying import verify
from fengqiao.kernel.notices.models import Notice
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people import references
from fengqiao.registers.people.actions import make_known, open_values
from fengqiao.registers.people.merging import merge
from fengqiao.registers.people.models import Known, Person, Request
from fengqiao.registers.people.requesting import ask, refuse
from fengqiao.registers.people.tests.made import make_person
from fengqiao.registers.protection.actions import destroying, holding
from fengqiao.registers.protection.kept import kept_named
from fengqiao.registers.protection.models import Destruction
from fengqiao.registers.protection.proposing import propose
from tests.drawer.models import Slip

TODAY = timezone.localdate()
SECRET = "学院路八号"


def at(day):
    """Whatever happens in the block happens at noon of that day."""
    return travel(datetime.combine(day, time(12), tzinfo=timezone.get_current_timezone()))


@pytest.fixture
def years_ago():
    return at(TODAY - timedelta(days=4 * 366))


@pytest.fixture
def old(offices, years_ago):
    """Somebody whom nobody has dealt with for four years."""
    with years_ago:
        return make_person(offices.own, by=offices.clerk, phone="+8613812345678", address=SECRET)


@pytest.fixture
def listed(old):
    assert propose(TODAY) == 1
    return Destruction.objects.get()


def asked(destruction, offices):
    destroying.ask(destruction=destruction, reason="多年无事项", by=offices.clerk)
    return destruction


def test_who_was_not_dealt_with_for_so_long_is_listed_once_and_his_director_told(
    offices, listed, old
):
    item = listed.items.get()
    assert (listed.area, listed.kind, item.subject_id) == (offices.own, "people.person", old.pk)
    assert listed.cite == ""  # the number of years is our own
    assert old.name not in str(vars(listed)) + str(vars(item))
    assert list(Notice.objects.values_list("user", "url")) == [
        (offices.director.pk, listed.get_absolute_url())
    ]
    assert propose(TODAY) == 0


def test_who_was_made_known_or_opened_or_asked_since_is_not_listed(offices, old):
    open_values(person=old, area=offices.own, by=offices.clerk, fields=["phone"], purpose="serve")
    assert propose(TODAY) == 0


def test_a_look_at_the_page_is_no_use(offices, old, sign_in):
    assert sign_in(offices.clerk).get(f"/people/{old.pk}/").status_code == 200
    assert propose(TODAY) == 1


def test_one_of_the_day_on_which_the_period_ends_is_still_kept(offices):
    last = TODAY.replace(year=TODAY.year - 3)
    with at(last):
        make_person(offices.own, by=offices.clerk)
    assert propose(TODAY) == 0
    assert propose(TODAY + timedelta(days=1)) == 1


def test_a_row_of_a_duty_keeps_its_person_for_as_long_as_it_is_there(old):
    Slip.objects.create(person=old, case="甲案")
    assert propose(TODAY) == 0


def test_a_row_that_says_when_it_was_over_keeps_him_for_its_own_period(old, monkeypatch):
    """A column of the row stands for the day of its end here."""
    Slip.objects.create(person=old, case="2020-01-01")
    one = references.Reference(Slip, "person", ended="case", rule="KEP-01")
    assert one.keeping(old, TODAY, TODAY).exists() is False
    Slip.objects.update(case=TODAY.isoformat())
    assert one.keeping(old, TODAY, TODAY).exists() is True


def test_two_persons_are_needed(offices, listed):
    asked(listed, offices)
    with pytest.raises(InputRefused, match="另一位"):
        destroying.confirm(destruction=listed, by=offices.clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Destruction.objects.update(confirmed_by=offices.clerk)


def test_what_was_confirmed_is_gone_and_its_row_and_the_chain_stay(offices, old, listed):
    asked(listed, offices)
    assert destroying.confirm(destruction=listed, by=offices.director) == 1
    gone = Person.objects.get(pk=old.pk)
    assert (gone.name, gone.id_number, gone.phone, gone.address) == ("(已销毁)", "", "", "")
    assert (gone.id_code, gone.id_end, gone.phone_code, gone.born_on) == (None, None, None, None)
    assert gone.erased_on == TODAY
    assert not gone.tokens.exists()
    assert not Known.objects.exists()
    about = Entry.objects.about(old)
    assert "people.added" in set(about.values_list("act", flat=True))
    assert not Payload.objects.filter(entry__in=about).exists()
    seal()
    assert not verify().findings
    listed.refresh_from_db()
    assert (listed.state, listed.confirmed_by) == ("done", offices.director)
    assert listed.items.get().outcome == "destroyed"


def test_what_a_figure_counts_is_emptied_and_not_deleted(offices, old, listed, monkeypatch):
    slip = Slip.objects.create(person=old, case="甲案")
    monkeypatch.setattr(references, "_references", {})
    asked(listed, offices)
    destroying.confirm(destruction=listed, by=offices.director)
    slip.refresh_from_db()
    assert Slip.objects.filter(person=old).count() == 1


def test_what_is_held_or_was_used_again_is_left_and_the_list_says_so(offices, years_ago):
    with years_ago:
        held, used, gone = (make_person(offices.own, by=offices.clerk) for _number in range(3))
    assert propose(TODAY) == 3
    listed = Destruction.objects.get()
    holding.hold(
        kind="people.person",
        subject_id=held.pk,
        area=offices.own,
        reason="诉讼",
        until=None,
        by=offices.director,
    )
    asked(listed, offices)
    open_values(person=used, area=offices.own, by=offices.clerk, fields=["phone"], purpose="serve")
    assert destroying.confirm(destruction=listed, by=offices.director) == 1
    outcomes = dict(listed.items.values_list("subject_id", "outcome"))
    assert outcomes == {held.pk: "held", used.pk: "used", gone.pk: "destroyed"}
    assert Person.objects.get(pk=held.pk).id_number


def test_a_hold_keeps_off_the_list_until_it_runs_out_or_is_lifted(offices, old):
    made = holding.hold(
        kind="people.person",
        subject_id=old.pk,
        area=offices.own,
        reason="信访",
        until=TODAY,
        by=offices.director,
    )
    assert propose(TODAY) == 0
    assert propose(TODAY + timedelta(days=1)) == 1
    Destruction.objects.all()[0].items.all().delete()
    Destruction.objects.all().delete()
    holding.lift(hold=made, reason="已办结", by=offices.director)
    assert propose(TODAY) == 1


def test_an_office_that_forgets_does_not_take_him_from_another(offices, old, listed):
    make_known(person=old, area=offices.other, by=offices.stranger)
    open_values(
        person=old, area=offices.other, by=offices.stranger, fields=["phone"], purpose="serve"
    )
    asked(listed, offices)
    destroying.confirm(destruction=listed, by=offices.director)
    old.refresh_from_db()
    assert old.address == SECRET
    assert [known.area for known in old.known.all()] == [offices.other]
    kept = Payload.objects.filter(entry__in=Entry.objects.about(old))
    assert {payload.entry.area_id for payload in kept} == {offices.other.pk}


def test_records_that_were_merged_go_together(offices, years_ago):
    with years_ago:
        kept, gone = (make_person(offices.own, by=offices.clerk) for _number in range(2))
        merge(kept=kept, gone=gone, taken=["phone"], reason="同", area=offices.own, by=None)
    propose(TODAY)
    listed = asked(Destruction.objects.get(), offices)
    assert [item.subject_id for item in listed.items.all()] == [kept.pk]
    destroying.confirm(destruction=listed, by=offices.director)
    assert set(Person.objects.values_list("id_number", "name")) == {("", "(已销毁)")}
    made = kept.merges.get()
    assert (made.before, made.reason) == ({}, "(已销毁)")


def test_a_request_goes_with_its_person_and_alone_after_its_own_period(offices, years_ago):
    with years_ago:
        person = make_person(offices.own, by=offices.clerk)
        made = ask(
            person=person,
            area=offices.own,
            kind="correct",
            asker="agent",
            asker_name="钱进",
            wanted="改住址",
            asked_on=timezone.localdate(),
            by=offices.clerk,
        )
        refuse(request=made, decision="不符", by=offices.director)
    open_values(
        person=person, area=offices.own, by=offices.clerk, fields=["phone"], purpose="serve"
    )
    assert propose(TODAY) == 1
    listed = asked(Destruction.objects.get(kind="people.request"), offices)
    destroying.confirm(destruction=listed, by=offices.director)
    made = Request.objects.get()
    assert (made.wanted, made.decision, made.asker_name) == ("", "", "(已销毁)")
    assert made.erased_on == TODAY
    person.refresh_from_db()
    assert person.id_number
    assert propose(TODAY) == 0


def test_an_open_request_keeps_its_person(offices, old):
    ask(
        person=old,
        area=offices.own,
        kind="copy",
        asker="self",
        asker_name="",
        wanted="",
        asked_on=TODAY,
        by=offices.clerk,
    )
    assert propose(TODAY) == 0


def test_a_failure_in_the_middle_destroys_nothing(offices, years_ago, monkeypatch):
    with years_ago:
        people = [make_person(offices.own, by=offices.clerk) for _number in range(3)]
    propose(TODAY)
    listed = asked(Destruction.objects.get(), offices)
    kept, wiped = kept_named("people.person"), []

    def fail_at_the_third(subject_id, area, by):
        wiped.append(subject_id)
        if len(wiped) == 3:
            raise ZeroDivisionError
        kept.wipe(subject_id, area, by)

    failing = replace(kept, wipe=fail_at_the_third)
    monkeypatch.setattr(destroying, "kept_named", lambda name: failing)
    with pytest.raises(ZeroDivisionError):
        destroying.confirm(destruction=listed, by=offices.director)
    assert all(Person.objects.get(pk=one.pk).id_number for one in people)
    listed.refresh_from_db()
    assert listed.state == "asked"
