import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import public
from fengqiao.duties.disputes.enums import Kind, Matter, Source, State
from fengqiao.duties.disputes.models import Dispute, Party
from fengqiao.duties.disputes.tests.made import PARTIES, made
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Notice
from fengqiao.lib.faults import InputRefused


def test_a_dispute_has_a_number_a_state_an_owner_and_a_term_from_the_first_moment(office):
    case = made(office.area, office.clerk)
    assert re.fullmatch(r"\(20\d\d\)海陵人调字第00001号", case.number)
    assert (case.state, case.owner, case.version) == (State.REGISTERED, office.clerk, 1)
    term = Term.objects.about(case).get()
    assert (term.name, term.rule, term.owner, term.started_on) == (
        "decide",
        "MED-34",
        office.clerk,
        case.registered_on,
    )
    assert Entry.objects.about(case).get().act == "disputes.register"
    assert case.events.get().by == office.clerk


def test_the_series_is_the_offices_own_and_that_of_the_sort(office):
    numbers = [made(office.area, office.clerk, kind=kind).number for kind in Kind]
    assert [number.split(")")[1] for number in numbers] == [
        "海陵人调字第00001号",
        "海陵人调字第00002号",
        "海陵行调字第00001号",
    ]


def test_the_year_of_a_number_is_that_of_the_registration(office):
    earlier = date(timezone.localdate().year - 1, 12, 30)
    assert made(office.area, office.clerk, registered_on=earlier).number.startswith(
        f"({earlier.year})"
    )


def test_who_is_given_a_case_by_another_is_told_without_a_name(office):
    case = made(office.area, office.mediator, by=office.clerk)
    notice = Notice.objects.get(user=office.mediator)
    assert notice.url == case.get_absolute_url()
    assert "周海涛" not in notice.text


def test_who_registers_for_himself_is_not_told(office):
    made(office.area, office.clerk)
    assert not Notice.objects.exists()


def test_nobody_registers_in_an_office_that_is_not_his(office):
    with pytest.raises(PermissionDenied):
        made(office.area, office.stranger)
    assert not Dispute.objects.exists()


@pytest.mark.parametrize("parties", [[], [{"name": "周"}] * 301])
def test_none_and_too_many_parties_are_refused_and_take_no_number(office, parties):
    with pytest.raises(InputRefused):
        made(office.area, office.clerk, parties=parties)
    assert made(office.area, office.clerk).number.endswith("第00001号")


def test_three_hundred_parties_are_taken(office):
    case = made(office.area, office.clerk, parties=[{"name": f"周{n}"} for n in range(300)])
    assert case.parties.count() == 300


@pytest.mark.parametrize("days", [1, -365 * 30])
def test_a_day_that_cannot_be_is_refused(office, days):
    with pytest.raises(InputRefused):
        made(office.area, office.clerk, registered_on=timezone.localdate() + timedelta(days=days))


def test_what_people_say_and_their_numbers_stand_encrypted(office):
    made(office.area, office.clerk, summary="院墙漏水", request="赔偿")
    with connection.cursor() as cursor:
        cursor.execute("SELECT summary, request FROM disputes_dispute")
        texts = [*cursor.fetchone()]
        cursor.execute("SELECT phone FROM disputes_party")
        texts += [row[0] for row in cursor.fetchall()]
    assert all(text.startswith("sm4:") for text in texts)
    assert Party.objects.filter(phone_code="138 1234 5678").exists()


def test_a_labour_dispute_that_was_applied_for_has_fifteen_days_of_its_own(office):
    asked = timezone.localdate() - timedelta(days=2)
    case = made(office.area, office.clerk, matter=Matter.LABOUR, asked_on=asked)
    term = Term.objects.about(case).get(name="labour")
    assert (term.rule, term.started_on, term.length) == ("MED-12", asked, 15)
    assert "第十四条" in term.cite
    others = (
        made(office.area, office.clerk, matter=Matter.LABOUR, source=Source.OWN_MOTION),
        made(office.area, office.clerk, matter=Matter.LABOUR, kind=Kind.ADMINISTRATIVE),
    )
    for other in others:
        assert not Term.objects.about(other).filter(name="labour").exists()


def test_the_door_for_others_takes_the_same(office):
    case = public.register(
        office=office.area,
        kind=Kind.TRADE,
        matter=Matter.MEDICAL,
        source=Source.REFERRAL,
        referrer="court",
        owner=office.director,
        parties=PARTIES,
        by=None,
    )
    assert (case.owner, case.get_referrer_display()) == (office.director, "法院")


def test_a_case_goes_to_somebody_who_works_there(office):
    with pytest.raises(InputRefused, match="承办人"):
        made(office.area, office.stranger, by=office.clerk)
    assert not Dispute.objects.exists()
