"""What a party says once its dispute has ended: by a code, once, and so that nobody can tell whose it is."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.models import Opinion, OpinionCode
from fengqiao.duties.disputes.opinions import codes, keeping
from fengqiao.duties.disputes.tests.made import made
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.indicators.figures import figures
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import indicator
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.workflow.refusals import NotNow, Unmet
from fengqiao.registers.organisations.models import OfficeRecord

GOOD = {"overall": "yes", "fair": "yes", "charged": "no"}


@pytest.fixture
def ended(office, case):
    given = {"on": timezone.localdate(), "reason": "自行和好"}
    return actions.act(case=case, name="withdraw", given=given, by=office.clerk)


def hand_out(case, by, number=1):
    return actions.ask_opinion(case=case, number=number, by=by)


def say(office, number, kind="people", **answers):
    """So many answers come in, each under a code of its own."""
    for _one in range(number):
        code = codes.new_code()
        keeping.put(office.area, kind, [code], timezone.localdate())
        assert keeping.take(code, GOOD | answers)


def everything():
    """All that any table holds, as text."""
    rows = [row for model in apps.get_models() for row in model._base_manager.values_list()]
    return "\n".join(map(str, rows))


def test_a_code_answers_once_and_is_gone(office, ended):
    (code,) = hand_out(ended, office.clerk)
    assert keeping.take(code, GOOD)
    assert not OpinionCode.objects.exists()
    assert not keeping.take(code, GOOD)
    assert Opinion.objects.count() == 1


def test_a_code_is_taken_however_it_is_typed(office, ended):
    first, second = hand_out(ended, office.clerk, 2)
    assert keeping.take(f" {first.lower().replace('-', ' ')} ", GOOD)
    wide = "".join(chr(ord(one) + 0xFEE0) if one.isalnum() else one for one in second)
    assert keeping.take(wide, GOOD)


@pytest.mark.parametrize("typed", ["", "K7QF2", "K7QF2-M9XT0", "K7QF2-M9XTP", "评价" * 5])
def test_what_is_no_code_answers_nothing(office, ended, typed):
    hand_out(ended, office.clerk)
    assert not keeping.take(typed, GOOD)
    assert not Opinion.objects.exists()


def test_a_code_ends_with_a_month_so_that_its_day_tells_of_no_act(office, time_machine):
    assert codes.last_day(date(2026, 11, 3)) == codes.last_day(date(2026, 11, 30))
    assert codes.last_day(date(2026, 11, 30)) == date(2027, 1, 31)
    assert codes.last_day(date(2026, 12, 31)) == date(2027, 2, 28)
    code = codes.new_code()
    time_machine.move_to("2026-12-01T10:00:00+08:00")
    keeping.put(office.area, "people", [code], timezone.localdate())
    time_machine.move_to("2027-03-01T10:00:00+08:00")
    assert not keeping.take(code, GOOD)
    keeping.put(office.area, "people", [codes.new_code()], timezone.localdate())
    assert OpinionCode.objects.get().until == date(2027, 5, 31)


def test_each_party_gets_one_code_and_no_more(office, ended):
    hand_out(ended, office.clerk)
    with pytest.raises(Unmet, match="每位当事人一张"):
        hand_out(ended, office.clerk, 2)
    hand_out(ended, office.clerk)
    with pytest.raises(Unmet, match="已经给每位当事人发过"):
        hand_out(ended, office.clerk)
    assert OpinionCode.objects.count() == 2


def test_before_the_end_and_without_the_right_nothing_is_handed_out(office, case):
    with pytest.raises(NotNow):
        hand_out(case, office.clerk)
    with pytest.raises(PermissionDenied):
        hand_out(case, office.stranger)
    assert not OpinionCode.objects.exists()


def test_the_case_keeps_how_many_codes_and_not_which(office, ended):
    given = hand_out(ended, office.clerk, 2)
    event = ended.events.get(act="ask_opinion")
    assert event.said == {"评价码": "2张"}
    kept = everything()
    for code in given:
        assert code not in kept
        assert code.replace("-", "") not in kept


def test_rows_of_codes_and_answers_name_an_office_and_nothing_else():
    columns = {"id", "office", "kind"}
    for model, more in (
        (OpinionCode, {"code", "until"}),
        (Opinion, {"month", "overall", "fair", "charged"}),
    ):
        fields = {field.name: field for field in model._meta.get_fields()}
        assert set(fields) == columns | more
        assert {f.related_model for f in fields.values() if f.is_relation} == {Area}


def test_an_answer_leaves_nothing_but_itself(office, ended):
    (code,) = hand_out(ended, office.clerk)
    digest = codes.digest(code)
    assert digest in everything()
    before = Entry.objects.count(), Notice.objects.count(), ended.events.count()
    ended.refresh_from_db()
    columns = {**ended.__dict__}
    keeping.take(code, GOOD)
    assert (Entry.objects.count(), Notice.objects.count(), ended.events.count()) == before
    ended.refresh_from_db()
    assert {**ended.__dict__, "_state": 0} == {**columns, "_state": 0}
    assert digest not in everything()


def in_the_order_of_the_disk(model):
    """As an unordered look at the table gives them, which is the order of writing."""
    table, place = model._meta.db_table, "ctid" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {place} FROM {table} ORDER BY {place}")
        return [str(row[0]) for row in cursor.fetchall()]


@pytest.mark.parametrize("model", [OpinionCode, Opinion])
def test_neither_key_nor_place_nor_time_of_writing_says_which_came_last(office, model, monkeypatch):
    """Written last, it would stand last on the disk each time; and the others keep no older mark."""
    places = []
    monkeypatch.setattr(keeping, "TOGETHER", 100)
    for _round in range(12):
        Opinion.objects.all().delete()
        OpinionCode.objects.all().delete()
        for number in range(4):
            code = codes.new_code()
            before = set(model.objects.values_list("pk", flat=True))
            keeping.put(office.area, "people", [code], timezone.localdate())
            if model is Opinion:
                keeping.take(code, GOOD | {"overall": "no" if number == 3 else "yes"})
            assert not before & set(model.objects.values_list("pk", flat=True))
        kept = {"overall": "no"} if model is Opinion else {"code": codes.digest(code)}
        newest = str(model.objects.get(**kept).pk).replace("-", "")
        disk = [pk.replace("-", "") for pk in in_the_order_of_the_disk(model)]
        places.append(disk.index(newest))
    assert len(set(places)) > 1


def test_all_rows_of_an_office_bear_the_same_transaction(office, transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite keeps no mark of the transaction in a row")
    for _one in range(3):
        say(office, 1)
        keeping.put(office.area, "people", [codes.new_code()], timezone.localdate())
    for model in (Opinion, OpinionCode):
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*), count(DISTINCT xmin::text) FROM {model._meta.db_table}"
            )
            assert cursor.fetchone() == (3, 1)


def test_answers_count_five_at_once_and_never_one_more(office):
    say(office, 4)
    assert not Opinion.objects.counted().exists()
    say(office, 1, overall="no")
    assert Opinion.objects.counted().count() == 5
    say(office, 4, overall="no")
    assert Opinion.objects.counted().count() == 5
    say(office, 1)
    assert Opinion.objects.counted().count() == 10


def test_each_kind_waits_for_its_own_so_that_no_division_shows_fewer(office):
    say(office, 4)
    say(office, 4, kind="administrative")
    assert not Opinion.objects.counted().exists()


def test_what_was_counted_is_never_written_again(office):
    say(office, 5)
    before = set(Opinion.objects.values_list("pk", flat=True))
    say(office, 1)
    assert before < set(Opinion.objects.values_list("pk", flat=True))


def test_the_figure_counts_whole_months_alone(office, time_machine):
    district, town = (Area.objects.get(path=office.area.path[: n * Area.steplen]) for n in (2, 3))
    OfficeRecord.objects.create(
        office=office.area, kind="街道", division="321202007", town=town, district_area=district
    )
    time_machine.move_to("2026-11-12T10:00:00+08:00")
    say(office, 3)
    time_machine.move_to("2026-12-01T10:00:00+08:00")
    say(office, 2, overall="no", charged="yes")

    def told(first, last):
        found = figures([indicator("opinions.satisfaction_rate")], Period(first, last))
        return {(one.scope.level, *one.by): tuple(one.value) for one in found}

    assert told(date(2026, 11, 1), date(2026, 11, 30)) == {}
    assert told(date(2026, 12, 1), date(2026, 12, 15)) == {}
    whole = told(date(2026, 12, 1), date(2026, 12, 31))
    assert whole["office",] == whole["city", ("kind", "人民调解")] == (3, 5)


def test_a_case_taken_up_again_and_ended_may_be_asked_of_again(office, ended):
    hand_out(ended, office.clerk, 2)
    given = {"on": timezone.localdate(), "reason": "又起争执", "to": office.clerk}
    again = actions.act(case=ended, name="reopen", given=given, by=office.clerk)
    given = {"on": timezone.localdate(), "reason": "自行和好"}
    again = actions.act(case=again, name="withdraw", given=given, by=office.clerk)
    assert len(hand_out(again, office.clerk, 2)) == 2


def test_who_mediated_stands_in_no_answer(office):
    owned = made(office.area, office.mediator)
    given = {"on": timezone.localdate(), "reason": "自行和好"}
    done = actions.act(case=owned, name="withdraw", given=given, by=office.mediator)
    (code,) = hand_out(done, office.mediator)
    keeping.take(code, GOOD)
    (answer,) = Opinion.objects.values_list()
    assert office.mediator.pk not in answer
