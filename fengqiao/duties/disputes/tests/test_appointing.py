"""The parties' choice, conflicts, and whom the system suggests."""

import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Matter
from fengqiao.duties.disputes.suggesting import candidates, suggestion
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.workflow.offers import offers
from fengqiao.kernel.workflow.refusals import Unmet
from fengqiao.registers.mediation import actions as register
from fengqiao.registers.mediation.enums import End, Post
from fengqiao.registers.mediation.models import Mediator
from fengqiao.registers.mediation.tests.made import make_body, make_seat

TODAY = timezone.localdate()


@pytest.fixture
def town(office):
    """Two villagers without account, and the office's mediator."""
    body = make_body(office.area, people=("常德贵", "薛秀英"))
    make_seat(body, "孙桂芳", Post.ENGAGED, account=office.mediator)
    return body


@pytest.fixture
def case(office, town):
    return made(office.area, office.clerk)


def person(name):
    return Mediator.objects.get(name=name)


def appoint(case, name, by, **given):
    given = {"mediator": person(name), "chosen": "parties", "asked": True} | given
    return actions.act(case=case, name="appoint", given=given, by=by)


def avoid(case, name, by, ground="relation"):
    given = {"mediator": person(name), "ground": ground, "on": TODAY}
    return actions.act(case=case, name="avoid", given=given, by=by)


def test_who_has_an_account_answers_for_it_from_now_on_with_its_terms(office, case):
    done = appoint(case, "孙桂芳", office.clerk)
    assert (done.owner, done.chosen) == (office.mediator, "parties")
    assert set(Term.objects.about(case).values_list("owner", flat=True)) == {office.mediator.pk}
    assert case.events.get(act="appoint").said["由谁确定"] == "当事人选择"


def test_for_who_has_none_a_colleague_goes_on_answering(office, case):
    done = appoint(case, "常德贵", office.clerk)
    assert (done.owner, done.mediator.name) == (office.clerk, "常德贵")


def test_who_declared_a_conflict_is_not_appointed_and_gets_it_by_no_other_way(office, case):
    avoid(case, "孙桂芳", office.clerk)
    for name, given in (
        ("appoint", {"mediator": person("孙桂芳"), "asked": True}),
        ("hand_over", {"to": office.mediator, "reason": "休假"}),
    ):
        with pytest.raises(Unmet, match="已登记回避"):
            actions.act(case=case, name=name, given=given, by=office.clerk)


def test_one_who_mediates_already_and_keeps_out_leaves_the_case_at_once(office, case):
    appoint(case, "常德贵", office.clerk)
    assert avoid(case, "常德贵", office.clerk, "objected").mediator is None


@pytest.mark.parametrize(
    ("name", "given", "guard"),
    [
        ("appoint", {"mediator": "常德贵"}, "is_asked"),
        ("appoint", {"asked": True}, "given_sits"),
        ("avoid", {"mediator": "常德贵", "ground": ""}, "has_conflict"),
        ("avoid", {"mediator": "常德贵", "ground": "hate"}, "has_conflict"),
    ],
)
def test_nothing_is_done_without_what_is_asked(office, case, name, given, guard):
    typed = {"on": TODAY} | given
    if "mediator" in typed:
        typed["mediator"] = person(typed["mediator"])
    with pytest.raises(Unmet) as refused:
        actions.act(case=case, name=name, given=typed, by=office.clerk)
    assert refused.value.guard.name == guard


def test_an_owner_hands_over_before_he_keeps_out(office, case):
    appoint(case, "孙桂芳", office.clerk)
    with pytest.raises(Unmet, match="请先移交承办人"):
        avoid(case, "孙桂芳", office.clerk)


def test_who_does_not_sit_there_any_more_is_replaced_before_it_goes_on(office, town, case):
    accept(case, office.clerk)
    appoint(case, "薛秀英", office.clerk)
    seat = town.seats.get(mediator__name="薛秀英")
    register.end_seat(seat=seat, on=TODAY, end=End.RESIGNED, by=None)
    case.refresh_from_db()
    (start,) = [one for one in offers(PROCEDURE, case, office.clerk) if one.act == "start"]
    assert "已经离任" in start.why_not
    with pytest.raises(Unmet):
        appoint(case, "薛秀英", office.clerk)


def test_who_has_fewest_open_cases_is_suggested_and_told_why(office, case):
    appoint(made(office.area, office.clerk), "常德贵", office.clerk)
    appoint(made(office.area, office.clerk), "孙桂芳", office.clerk)
    found = candidates(case)
    assert [one.mediator.name for one in found] == ["薛秀英", "常德贵", "孙桂芳"]
    assert "建议薛秀英:目前未办结0件,在本组织里最少" in suggestion(found)


def test_of_equally_busy_ones_who_is_good_at_it_comes_first_and_who_keeps_out_is_not_offered(
    office, case, clerk
):
    values = {"specialities": [Matter.NEIGHBOURS]}
    register.change_mediator(mediator=person("薛秀英"), values=values, by=office.clerk)
    avoid(case, "常德贵", office.clerk)
    page = clerk.get(f"{case.get_absolute_url()}do/appoint/")
    text = page.content.decode()
    assert "建议薛秀英" in text
    assert "并且擅长这类纠纷" in text
    assert "已登记回避:常德贵" in page.context["form"].fields["mediator"].help_text
    names = [str(label) for _value, label in page.context["form"].fields["mediator"].choices]
    assert not [name for name in names if name.startswith("常德贵")]


def test_where_nobody_may_nobody_is_suggested(office, case):
    for name in ("常德贵", "薛秀英", "孙桂芳"):
        avoid(case, name, office.clerk)
    assert suggestion(candidates(case)) == ""


def test_the_forms_write_what_is_chosen_and_say_at_the_field_what_is_wrong(office, case, clerk):
    url = case.get_absolute_url()
    typed = {"seen": 1, "mediator": person("常德贵").pk, "chosen": "parties"}
    page = clerk.post(f"{url}do/appoint/", typed)
    assert page.status_code == 400
    assert "asked" in page.context["form"].errors
    assert clerk.post(f"{url}do/appoint/", typed | {"asked": "on"}).status_code == 302
    case.refresh_from_db()
    assert case.mediator == person("常德贵")
    typed = {"seen": 2, "mediator": person("常德贵").pk, "ground": "party", "on": TODAY.isoformat()}
    assert clerk.post(f"{url}do/avoid/", typed).status_code == 302
    case.refresh_from_db()
    assert case.mediator is None


def test_a_case_that_is_taken_up_again_goes_to_nobody_who_keeps_out_of_it(office, case):
    avoid(case, "孙桂芳", office.clerk)
    done = {"on": TODAY, "routes_told": True}
    case = actions.act(case=case, name="refuse", given=done, by=office.clerk)
    given = {"on": TODAY, "to": office.mediator, "reason": "又起争执"}
    with pytest.raises(Unmet, match="已登记回避"):
        actions.act(case=case, name="reopen", given=given, by=office.clerk)


def test_nobody_who_left_the_body_signs_an_agreement(office, case, town):
    appoint(case, "薛秀英", office.clerk)
    case = accept(case, office.clerk)
    case = actions.act(
        case=case, name="start", given={"on": TODAY, "rights_told": True}, by=office.clerk
    )
    seat = town.seats.get(mediator__name="薛秀英")
    register.end_seat(seat=seat, on=TODAY, end=End.RESIGNED, by=None)
    given = {"on": TODAY, "form": "oral", "agreement": "各修各的"}
    with pytest.raises(Unmet, match="已经离任"):
        actions.act(case=case, name="agree", given=given, by=office.clerk)
