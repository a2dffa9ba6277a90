"""What a work day leaves is taken away after its days, and no sooner."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from fengqiao.config.upkeep import pruning
from fengqiao.kernel.accounts.codes import give_code
from fengqiao.kernel.accounts.models import OneTimeCode
from fengqiao.kernel.imports.models import Import
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.registry import periodics
from fengqiao.kernel.jobs.running import start

pytestmark = pytest.mark.django_db
TABLE = {one.name: one for one in pruning.PRUNED}


@pytest.fixture
def moment(settings):
    """When something ended that is kept so many days: just before they are over, and just after."""

    def ended(name):
        over = timezone.now() - timedelta(days=settings.KEPT_DAYS[name])
        return over + timedelta(minutes=5), over - timedelta(minutes=5)

    return ended


def queued():
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("pk", flat=True))


@pytest.mark.parametrize("name", TABLE)
def test_each_is_a_daily_task_with_days_of_its_own(settings, name):
    assert periodics[f"prune.{name}"].every == timedelta(days=1)
    assert settings.KEPT_DAYS[name] >= 1


def test_sessions_go_after_their_end_with_what_was_noted_of_them(cast, moment):
    young, old = moment("sessions")
    for key, ends_at in (("young", young), ("old", old)):
        Session.objects.create(session_key=key, session_data="", expire_date=ends_at)
        UserSession.objects.create(user=cast.clerk, session_key=key, ip="127.0.0.1", user_agent="")
    assert pruning.prune(TABLE["sessions"]) == 1
    assert set(Session.objects.values_list("pk", flat=True)) == {"young"}
    assert set(UserSession.objects.values_list("session_key", flat=True)) == {"young"}


def test_codes_go_after_their_end_whether_they_were_used_or_not(cast, moment):
    young, old = moment("codes")
    for ends_at in (young, old, old):
        give_code(cast.clerk, by=None)
        OneTimeCode.objects.filter(pk=OneTimeCode.objects.latest("pk").pk).update(ends_at=ends_at)
    kept = OneTimeCode.objects.order_by("pk").first()
    OneTimeCode.objects.filter(ends_at=old).update(used_at=old)
    pruning.prune(TABLE["codes"])
    assert list(OneTimeCode.objects.all()) == [kept]


def test_results_of_the_queue_go_and_what_waits_in_it_stays(cast, moment):
    young, old = moment("results")
    for _number in range(4):
        start("imports.preview", by=cast.clerk, pk=0)
    failed, done, fresh, _waiting = (DBTaskResult.objects.filter(pk=pk) for pk in queued())
    failed.update(status="FAILED", finished_at=old)
    done.update(status="SUCCESSFUL", finished_at=old)
    fresh.update(status="SUCCESSFUL", finished_at=young)
    assert pruning.prune(TABLE["results"]) == 2
    assert not failed.exists()
    assert not done.exists()
    assert len(queued()) == 2


def test_pages_of_ended_work_go_unless_an_import_points_at_them(cast, moment):
    young, old = moment("jobs")
    ended = {"kind": "imports.apply", "title": "导入", "state": State.DONE}
    names = {
        "young": Job.objects.create(**ended, ended_at=young),
        "old": Job.objects.create(**ended, ended_at=old),
        "pointed at": Job.objects.create(**ended, ended_at=old),
        "running": Job.objects.create(kind="imports.apply", title="导入", state=State.RUNNING),
    }
    Import.objects.create(
        kind="names", name="a", size=1, on=old, by=cast.clerk, job=names["pointed at"]
    )
    assert pruning.prune(TABLE["jobs"]) == 1
    left = set(Job.objects.values_list("pk", flat=True))
    assert left == {job.pk for name, job in names.items() if name != "old"}


def test_more_rows_than_a_batch_go_in_one_day(cast, moment, monkeypatch):
    _young, old = moment("codes")
    monkeypatch.setattr(pruning, "BATCH", 2)
    for _number in range(5):
        give_code(cast.clerk, by=None)
    OneTimeCode.objects.update(ends_at=old)
    assert pruning.prune(TABLE["codes"]) == 5
    assert not OneTimeCode.objects.exists()
