import pytest

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.ui import paging
from fengqiao.kernel.ui.paging import order_of, page_of


@pytest.mark.parametrize(
    ("wanted", "number"), [("1", 1), ("3", 3), ("99", 3), ("0", 1), ("-2", 1), ("x", 1), ("", 1)]
)
def test_a_page_that_is_none_gives_the_nearest(rf, wanted, number):
    assert page_of(rf.get("/", {"page": wanted}), range(120)).number == number


def test_a_page_knows_its_rows_and_the_whole(rf):
    page = page_of(rf.get("/?page=3"), range(120))
    assert list(page.rows) == list(range(100, 120))
    assert (page.first_row, page.last_row, page.count_text, page.last) == (101, 120, "120", 3)


def test_an_empty_list_is_one_empty_page(rf):
    page = page_of(rf.get("/"), [])
    assert (page.first_row, page.last_row, page.last) == (0, 0, 1)


def test_a_queryset_takes_two_queries_and_is_not_counted_beyond_the_limit(
    rf, db, monkeypatch, django_assert_num_queries
):
    for number in range(4):
        User.objects.create_user(f"u{number}", name="某")
    monkeypatch.setattr(paging, "COUNT_LIMIT", 3)
    with django_assert_num_queries(2):
        page = page_of(rf.get("/?page=9"), User.objects.order_by("pk"), size=2)
    assert (page.count_text, page.number, len(page.rows)) == ("一万以上", 2, 1)


@pytest.mark.parametrize(
    ("wanted", "field"),
    [("area", "floor_area"), ("-area", "-floor_area"), ("password", "name"), ("", "name")],
)
def test_only_the_columns_of_the_list_order_it(rf, wanted, field):
    columns = {"area": "floor_area", "name": "name"}
    assert order_of(rf.get("/", {"sort": wanted}), columns, "name") == field
