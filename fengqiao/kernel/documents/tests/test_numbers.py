from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, transaction

from fengqiao.kernel.areas.divisions import Township, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.documents.models import Series
from fengqiao.kernel.documents.numbers import take, written

THREADS, EACH = 6, 15


def make_offices(count=1):
    township = Township("321202007", AreaKind.STREET, "海陵区")
    town = ensure_places([township], date(2021, 1, 1)).towns["321202007"]
    return grow([(town, AreaKind.OFFICE)] * count)


@pytest.fixture
def office(db):
    return make_offices()[0]


def test_numbers_follow_one_another_from_one(office):
    assert [take("人调", office, 2026) for _ in range(3)] == [1, 2, 3]


def test_each_sort_each_year_and_each_office_has_its_own(db):
    here, there = make_offices(2)
    assert take("人调", here, 2026) == 1
    for series in (("行调", here, 2026), ("人调", here, 2027), ("人调", there, 2026)):
        assert take(*series) == 1


def test_an_act_that_fails_gives_its_number_back(office):
    def fails():
        with transaction.atomic():
            take("人调", office, 2026)
            raise ValueError

    take("人调", office, 2026)
    with pytest.raises(ValueError):  # noqa: PT011 - ours
        fails()
    assert take("人调", office, 2026) == 2


@pytest.mark.django_db(transaction=True)
def test_a_number_without_an_act_is_an_error():
    (office,) = make_offices()
    with pytest.raises(transaction.TransactionManagementError):
        take("人调", office, 2026)
    assert not Series.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_no_gap_and_no_double():
    """Every third act fails, so that what is given back is given again."""
    (office,) = make_offices()

    def work(worker):
        given = []
        for turn in range(EACH):
            with transaction.atomic():
                number = take("人调", office, 2026)
                if (worker + turn) % 3 == 0:
                    transaction.set_rollback(True)
                else:
                    given.append(number)
        connection.close()
        return given

    with ThreadPoolExecutor(THREADS) as pool:
        given = sorted(number for part in pool.map(work, range(THREADS)) for number in part)
    assert given == list(range(1, len(given) + 1))
    assert len(given) == THREADS * EACH * 2 // 3


def test_a_number_reads_as_on_a_paper():
    assert written(2026, "海陵人调", 12) == "(2026)海陵人调字第00012号"
    assert written(2026, "海陵行调", 123456) == "(2026)海陵行调字第123456号"
