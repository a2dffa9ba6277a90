"""Whatever breaks at whatever write of an act: nothing of it is left."""

import pytest
from django.db import connection

from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.documents.models import Series

WRITES = ("INSERT", "UPDATE", "DELETE")


class Cut(Exception):
    """The power went out."""


def cut_at(number):
    """Lets so many writes through and breaks at the next one."""
    seen = 0

    def wrapper(execute, sql, params, many, context):
        nonlocal seen
        if sql.lstrip().startswith(WRITES):
            if seen == number:
                raise Cut
            seen += 1
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrapper)


def everything(case):
    case.refresh_from_db()
    return (
        case.state,
        case.version,
        case.accepted_on,
        case.events.count(),
        Entry.objects.count(),
        list(Term.objects.about(case).values_list("name", "state")),
    )


def survives(attempt, state):
    """Cut at the first write, then at the second, until the act goes through; how many it has."""
    before = state()
    for number in range(60):
        try:
            with cut_at(number):
                attempt()
        except Cut:
            assert state() == before
        else:
            return number
    pytest.fail("an act of sixty writes")


@pytest.mark.django_db(transaction=True)
def test_an_act_is_whole_or_was_never_begun(office, case):
    writes = survives(lambda: accept(case, office.clerk), lambda: everything(case))
    assert writes >= 6  # case, event, trail, three terms
    assert case.events.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_registration_that_breaks_gives_its_number_back(office):
    def state():
        return (
            Entry.objects.count(),
            Term.objects.count(),
            list(Series.objects.values_list("last")),
        )

    survives(lambda: made(office.area, office.clerk), state)
    assert made(office.area, office.clerk).number.endswith("第00002号")
