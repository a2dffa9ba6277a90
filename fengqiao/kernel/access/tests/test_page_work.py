"""The page 未办结的工作: what somebody leaves is handed over in one act, and stands on 今日 until then."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.kernel.access.actions import close_account, move_end
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Change, Term
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.models import State as JobState
from fengqiao.kernel.notices.models import Notice
from fengqiao.lib.days import Unit
from fengqiao.registers.people.enums import Asker, RequestKind
from fengqiao.registers.people.requesting import ask
from fengqiao.registers.people.tests.made import make_person
from tests.manners.matrix.world import World


def request_of(owner: User, area) -> Term:
    """A person's request, as somebody took it in."""
    made = ask(
        person=make_person(area),
        area=area,
        kind=RequestKind.COPY,
        asker=Asker.SELF,
        asker_name="",
        wanted="",
        asked_on=timezone.localdate(),
        by=owner,
    )
    return Term.objects.about(made).get()


@pytest.fixture
def term(world: World, clerk) -> Term:
    return request_of(clerk, world.here.office)


@pytest.fixture
def colleague(world: World) -> User:
    """Of the same office, in whose place it could go on."""
    user = User.objects.create_user("colleague", name="同事甲")
    since = timezone.localdate()
    user.grants.create(role=Role.ASSISTANT, area=world.here.office, begins_on=since)
    return user


def url(user: User) -> str:
    return reverse("access:work", args=[user.pk])


def leave(user: User) -> None:
    move_end(grant=user.grants.get(), on=timezone.localdate(), reason="离职", by=None)


def key(term: Term) -> str:
    return f"people.request:{term.pk}"


def today(page) -> str:
    return page.get("/").content.decode()


def test_what_is_open_goes_to_a_colleague_in_one_act(term, director, clerk, colleague, sign_in):
    leave(clerk)
    page = sign_in(director)
    assert url(clerk) in today(page)
    shown = page.get(url(clerk)).content.decode()
    assert "答复个人信息请求" in shown
    assert "周海涛" not in shown
    done = page.post(url(clerk), {"pieces": [key(term)], "to": colleague.pk}, follow=True)
    assert "已把 1 件工作移交给同事甲" in done.content.decode()
    term.refresh_from_db()
    assert term.owner == colleague
    assert term.changes.filter(change=Change.HANDED_OVER, by=director).exists()
    assert Entry.objects.get(act="access.handed_over").by == director
    assert "1 件工作移交给您" in Notice.objects.get(user=colleague).text
    assert not Notice.objects.filter(user=clerk).exists()
    assert url(clerk) not in today(page)


def test_who_stays_hears_of_it_as_well(term, director, clerk, colleague, sign_in):
    sign_in(director).post(url(clerk), {"pieces": [key(term)], "to": colleague.pk})
    assert "已移交给别人" in Notice.objects.get(user=clerk).text


def test_it_stands_on_today_for_who_may_hand_it_over_alone(term, world, clerk, sign_in):
    leave(clerk)
    for role, told in {
        Role.DIRECTOR: True,
        Role.DISTRICT_ADMIN: True,
        Role.SYSTEM_ADMIN: True,
        Role.CORRECTION_OFFICER: False,
        Role.DISTRICT_BUREAU: False,
    }.items():
        assert (url(clerk) in today(sign_in(world.here.person(role)))) is told, role
    assert url(clerk) not in today(sign_in(world.there.person(Role.DISTRICT_ADMIN)))


def test_who_leaves_within_a_week_is_named_before(term, director, clerk, sign_in):
    assert url(clerk) not in today(sign_in(director))
    on = timezone.localdate() + timedelta(days=5)
    move_end(grant=clerk.grants.get(), on=on, reason="离职", by=None)
    assert url(clerk) in today(sign_in(director))


def test_a_closed_account_leaves_its_work_too(term, director, clerk, sign_in):
    close_account(user=clerk, reason="停用", by=director)
    assert url(clerk) in today(sign_in(director))


def test_work_in_an_office_that_one_has_left_for_another_is_left_behind(
    term, world, director, clerk, sign_in
):
    leave(clerk)
    since = timezone.localdate()
    clerk.grants.create(role=Role.ASSISTANT, area=world.there.office, begins_on=since)
    theirs = request_of(clerk, world.there.office)
    page = sign_in(director)
    assert "未办结 1 件" in today(page)
    refused = page.post(url(clerk), {"pieces": [key(theirs)], "to": director.pk})
    assert refused.status_code == 400


def test_nobody_takes_over_what_he_may_not_do(term, world, director, clerk, sign_in):
    elsewhere = world.there.person(Role.ASSISTANT)
    page = sign_in(director)
    for to in (elsewhere, clerk, world.here.person(Role.MEDIATOR)):
        answer = page.post(url(clerk), {"pieces": [key(term)], "to": to.pk})
        assert answer.status_code == 400
    term.refresh_from_db()
    assert term.owner == clerk


def test_nothing_chosen_is_said_at_the_field(term, director, clerk, colleague, sign_in):
    answer = sign_in(director).post(url(clerk), {"pieces": [], "to": ""})
    assert answer.status_code == 400
    assert {"pieces", "to"} <= answer.context["form"].errors.keys()


def test_what_was_done_meanwhile_moves_nothing(term, world, director, clerk, colleague, sign_in):
    other = request_of(clerk, world.here.office)
    page = sign_in(director)
    terms.meet(other, on=timezone.localdate(), by=clerk)
    sent = {"pieces": [key(term), key(other)], "to": colleague.pk}
    assert page.post(url(clerk), sent).status_code == 400
    term.refresh_from_db()
    assert term.owner == clerk


def test_an_outsider_finds_nothing_and_a_reader_may_not(term, world, clerk, sign_in):
    assert sign_in(world.there.person(Role.DIRECTOR)).get(url(clerk)).status_code == 404
    assert sign_in(world.here.person(Role.AUDITOR)).get(url(clerk)).status_code == 403


def test_the_page_asks_a_fixed_number_of_questions(
    term, world, director, clerk, colleague, sign_in, queries
):
    page = sign_in(director)
    few = len(queries(lambda: page.get(url(clerk))))
    for _number in range(5):
        request_of(clerk, world.here.office)
    assert len(queries(lambda: page.get(url(clerk)))) <= few <= 18


def test_ending_a_role_says_what_is_still_open(term, director, clerk, sign_in):
    page = sign_in(director)
    for address in (
        reverse("access:end", args=[clerk.grants.get().pk]),
        reverse("access:close", args=[clerk.pk]),
    ):
        assert "还有 1 件未办结的工作" in page.get(address).content.decode()


@pytest.fixture
def bureau(world: World) -> User:
    return world.here.person(Role.DISTRICT_BUREAU)


@pytest.fixture
def successor(world: World) -> User:
    user = User.objects.create_user("successor", name="接办人")
    since = timezone.localdate()
    user.grants.create(role=Role.DISTRICT_BUREAU, area=world.here.district, begins_on=since)
    return user


def test_a_waiting_import_is_checked_anew_for_who_takes_it_over(
    admin, bureau, successor, sign_in, settings, tmp_path
):
    settings.HOME = tmp_path
    staged = Import.objects.create(
        kind="roster",
        state=State.READY,
        file="a.xlsx",
        name="名册.xlsx",
        size=1,
        digest="",
        on=timezone.localdate(),
        plan_digest="x",
        by=bureau,
    )
    page = sign_in(admin)
    sent = {"pieces": [f"imports.import:{staged.pk}"], "to": successor.pk}
    assert page.post(url(bureau), sent).status_code == 302
    staged.refresh_from_db()
    assert (staged.by, staged.state, staged.job.by) == (successor, State.CHECKING, successor)


def test_a_job_that_failed_goes_to_who_may_start_such(admin, bureau, successor, sign_in):
    ended = {"state": JobState.FAILED, "ended_at": timezone.now()}
    job = Job.objects.create(kind="standards.judge", title="达标评定", by=bureau, **ended)
    sent = {"pieces": [f"jobs.standards.judge:{job.pk}"], "to": successor.pk}
    assert sign_in(admin).post(url(bureau), sent).status_code == 302
    job.refresh_from_db()
    assert job.by == successor


def test_a_term_of_which_no_app_says_more_is_work_as_well(world, clerk, director, sign_in):
    terms.start(
        world.here.village,
        "visit",
        title="走访",
        length=terms.Length(3, Unit.DAYS, rolls=True),
        on=timezone.localdate(),
        area=world.here.office,
        owner=clerk,
        by=clerk,
        url="/",
    )
    leave(clerk)
    page = sign_in(director)
    assert url(clerk) in today(page)
    assert "走访" in page.get(url(clerk)).content.decode()
