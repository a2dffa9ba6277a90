"""A judgement of a whole country: its pages show the same, read no more, and name every office."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from django.urls import reverse

from fengqiao.oversight.standards.judging import keep_judged
from fengqiao.oversight.standards.keeping import detail_of, district_results
from fengqiao.oversight.standards.models import JudgedDetail, JudgedOffice
from fengqiao.oversight.standards.tallies import ALL, item_counts, tallies_of
from fengqiao.oversight.standards.verdicts import columns_of

TIMES = 3  # as many offices as the sample
STRANGE = ["a/b", "50%", "%2F", "两 个", "?x=1#y", "..", "é😀"]


def larger(tables, times, codes=()):
    """The same city so many times, each time with districts of its own; some codes are strange."""
    parts = []
    for turn in range(times):
        code = pl.col("code") + (f"-{turn}" if turn else "")
        district = pl.col("district") + (f"/{turn}%" if turn else "")
        parts.append(tables.offices.with_columns(code, district))
    offices = pl.concat(parts)
    named = dict(zip(offices["code"].to_list()[-len(codes) :], codes, strict=True)) if codes else {}
    return replace(tables, offices=offices.with_columns(pl.col("code").replace(named)))


@pytest.fixture
def small(db, tables):
    return keep_judged("taizhou-2021", larger(tables, 1), by=None)


@pytest.fixture
def large(db, tables):
    return keep_judged("taizhou-2021", larger(tables, TIMES, STRANGE), by=None)


def addresses(kept):
    office = kept.offices.order_by("-row").first()
    one, fact = [kept.pk, office.row], sorted(detail_of(office).facts)[0]
    return {
        "city": (reverse("standards:city", args=[kept.pk]), {}),
        "district": (
            reverse("standards:district", args=[kept.pk]),
            {"district": office.district},
        ),
        "offices": (reverse("standards:offices", args=[kept.pk]), {}),
        "who lacks": (
            reverse("standards:offices", args=[kept.pk]),
            {"item": "premises.area", "verdict": "unmet"},
        ),
        "found": (reverse("standards:offices", args=[kept.pk]), {"q": "街道", "meets": "unmet"}),
        "office": (reverse("standards:office", args=one), {}),
        "fact": (reverse("standards:fact", args=[*one, fact]), {}),
    }


@pytest.mark.parametrize(
    "page", ["city", "district", "offices", "who lacks", "found", "office", "fact"]
)
def test_a_page_reads_as_much_of_many_offices_as_of_few(
    page, small, large, city_client, queries, monkeypatch
):
    read = []
    for model in (JudgedOffice, JudgedDetail):
        made = model.from_db.__func__

        def counting(cls, *args, made=made):
            read.append(cls)
            return made(cls, *args)

        monkeypatch.setattr(model, "from_db", classmethod(counting))
    asked, found = [], []
    for kept in (small, large):
        address, query = addresses(kept)[page]
        read.clear()
        asked.append(len(queries(lambda: city_client.get(address, query))))  # noqa: B023
        found.append(len(read))
    assert asked[0] == asked[1]
    assert max(found) <= 110  # fifty rows, each with its detail where an item is asked for


def test_every_office_has_a_page_whatever_its_code(large, city_client):
    rows = large.offices.filter(code__in=STRANGE)
    assert len(rows) == len(STRANGE)
    listed = city_client.get(reverse("standards:offices", args=[large.pk]), {"q": "50%"})
    assert [one.office.code for one in listed.context["page"].rows] == ["50%"]
    for row in rows:
        address = reverse("standards:office", args=[large.pk, row.row])
        page = city_client.get(address)
        assert page.status_code == 200
        assert page.context["office"].code == row.code
        fact = sorted(detail_of(row).facts)[0]
        assert city_client.get(f"{address}facts/{fact}/").status_code == 200
        exported = reverse("standards:export", args=[large.pk, "items"])
        assert city_client.get(exported, {"office": row.row}).status_code == 200


def test_every_district_has_a_page_whatever_its_name(large, city_client):
    text = city_client.get(reverse("standards:city", args=[large.pk])).content.decode()
    for name in {row.district for row in district_results(large)}:
        address = reverse("standards:district", args=[large.pk])
        page = city_client.get(address, {"district": name})
        assert page.context["totals"].offices == large.offices.filter(district=name).count()
        assert str(page.wsgi_request.get_full_path()) in text


def test_rows_are_numbered_by_code_point(large):
    codes = list(large.offices.order_by("row").values_list("code", flat=True))
    assert codes == sorted(codes)
    numbers = list(large.offices.order_by("row").values_list("row", flat=True))
    assert numbers == list(range(1, len(codes) + 1))


def test_what_was_counted_is_what_the_offices_say(large):
    columns = columns_of(large.about)
    told = {}
    for office in large.offices.select_related("detail"):
        for item in detail_of(office).items:
            clauses, verdicts = told.setdefault(item.id, (set(), []))
            clauses.add(item.clause)
            verdicts.append(item.verdict)
    counted = item_counts(columns, large.tallies.filter(place=ALL))
    assert {one.id: (one.clauses, one.applies, one.unmet, one.unknown) for one in counted} == {
        name: (clauses, len(found), found.count("unmet"), found.count("unknown"))
        for name, (clauses, found) in told.items()
    }
    again = tallies_of(large, list(large.offices.all()))
    assert sorted((one.place, one.size, one.met, one.items) for one in again) == sorted(
        large.tallies.values_list("place", "size", "met", "items")
    )


def test_many_districts_come_in_pages(db, tables, city_client):
    kept = keep_judged("taizhou-2021", larger(tables, 10), by=None)
    assert kept.on == date(2021, 12, 31)
    address = reverse("standards:city", args=[kept.pk])
    names = list(kept.about["districts"])
    first, second = (city_client.get(address, {"page": page}) for page in (1, 2))
    assert [name for name, _rows in first.context["rates"]] == names[:50]
    assert [name for name, _rows in second.context["rates"]] == names[50:]
    assert first.context["totals"].offices == kept.offices.count()
    lacking = {card.size: card.behind for card in first.context["cards"] if card.behind}
    assert lacking
    for behind in lacking.values():
        assert f"涉及 {behind} 个市" in first.content.decode()
