from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.tests.made import CONSENT, accept
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.workflow.refusals import NotNow, Overtaken, Refused


def test_who_looked_at_an_older_version_is_told_who_did_what(office, case):
    accept(case, office.director)
    given = {"on": timezone.localdate(), "reason": "和好"}
    with pytest.raises(Overtaken) as refused:
        actions.act(case=case, name="withdraw", given=given, by=office.clerk, seen=1)
    assert office.director.name in refused.value.message
    assert "受理" in refused.value.message
    case.refresh_from_db()
    assert (case.state, case.version) == ("accepted", 2)


def test_who_looked_at_the_newest_version_goes_on(office, case):
    accept(case, office.director)
    given = {"on": timezone.localdate(), "reason": "和好"}
    done = actions.act(case=case, name="withdraw", given=given, by=office.clerk, seen=2)
    assert done.state == "withdrawn"


def test_what_the_state_forbids_says_who_brought_it_there(office, case):
    accept(case, office.director)
    with pytest.raises(NotNow) as refused:
        accept(case, office.clerk)
    assert office.director.name in refused.value.message


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_wins_and_the_other_is_told(office, case):
    barrier = Barrier(2)
    today = timezone.localdate()
    tries = {
        office.clerk: ("accept", {**CONSENT, "on": today}),
        office.director: ("withdraw", {"on": today, "reason": "和好"}),
    }

    def attempt(user):
        name, given = tries[user]
        barrier.wait()
        try:
            actions.act(case=case, name=name, given=given, by=user, seen=1)
        except Refused as refused:
            return refused
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(tries, pool.map(attempt, tries), strict=True))
    (winner,) = [user for user, refused in answers.items() if refused is None]
    (told,) = [refused for refused in answers.values() if refused is not None]
    assert isinstance(told, Overtaken)
    assert winner.name in told.message
    case.refresh_from_db()
    assert (case.version, case.events.count(), Entry.objects.about(case).count()) == (2, 2, 2)
