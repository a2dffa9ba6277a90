"""The pages 达标: each works, wants a reader, answers nonsense, asks few questions."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.judging import keep_judged
from fengqiao.oversight.standards.keeping import detail_of, keep
from fengqiao.oversight.standards.models import Judgement

OFFICE = "321202001"
ROW = 1  # of the office in the judgement


def addresses(pk):
    return {
        "city": reverse("standards:city", args=[pk]),
        "district": reverse("standards:district", args=[pk]) + "?district=海陵区",
        "offices": reverse("standards:offices", args=[pk]),
        "office": reverse("standards:office", args=[pk, ROW]),
        "fact": reverse("standards:fact", args=[pk, ROW, "staff_total"]),
        "judgements": reverse("standards:judgements"),
        "judge": reverse("standards:judge"),
        "report": reverse("standards:report", args=[pk]),
        "withdraw": reverse("standards:withdraw", args=[pk]),
    }


PAGES = sorted(addresses(1))


@pytest.fixture
def pages(judgement):
    found = addresses(judgement.pk)
    names = sorted(detail_of(judgement.offices.get(row=ROW)).evidence)
    return found | {"fact": reverse("standards:fact", args=[judgement.pk, ROW, names[0]])}


@pytest.mark.parametrize("page", PAGES)
def test_a_signed_in_reader_sees_the_page(page, pages, city_client):
    assert city_client.get(pages[page]).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_an_outsider_is_sent_to_sign_in(page, pages, client):
    response = client.get(pages[page])
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_a_fixed_number_of_questions(page, pages, city_client, queries):
    assert len(queries(lambda: city_client.get(pages[page]))) <= 11


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("standards:city", [999]),
        ("standards:district", [999]),
        ("standards:office", [999, ROW]),
        ("standards:report", [999]),
    ],
)
def test_a_judgement_that_is_not_there_is_not_found(name, arguments, city_client):
    assert city_client.get(reverse(name, args=arguments)).status_code == 404


def test_a_district_office_or_fact_that_is_not_there_is_not_found(judgement, city_client):
    for name, arguments in [
        ("standards:office", [999]),
        ("standards:fact", [ROW, "nothing"]),
        ("standards:download", ["exe"]),
        ("standards:download", ["pdf"]),
    ]:
        address = reverse(name, args=[judgement.pk, *arguments])
        assert city_client.get(address).status_code == 404
    district = reverse("standards:district", args=[judgement.pk])
    for query in ({}, {"district": ""}, {"district": "某区"}):
        assert city_client.get(district, query).status_code == 404


def test_the_first_page_without_a_judgement_says_what_to_do(city_client):
    response = city_client.get(reverse("standards:overview"))
    assert "还没有评定" in response.content.decode()


def test_the_first_page_leads_to_the_newest_judgement(judgement, tables, city_client):
    newer = keep_judged("taizhou-2021", tables, by=None)
    response = city_client.get(reverse("standards:overview"))
    assert response.url == reverse("standards:city", args=[newer.pk])


def test_the_city_page_says_how_many_are_still_short(judgement, city_client):
    text = city_client.get(reverse("standards:city", args=[judgement.pk])).content.decode()
    short = sum(row.short_by for row in rows(judgement))
    assert typeset(f"全市还差 {short} 所") in text


def rows(judgement):
    from fengqiao.oversight.standards.keeping import district_results

    return district_results(judgement)


@pytest.mark.parametrize("verdict", ["unmet", "unknown", "met"])
def test_filtering_by_an_item_lists_exactly_those_offices(judgement, city_client, verdict):
    address = reverse("standards:offices", args=[judgement.pk])
    query = {"item": "premises.area", "verdict": verdict}
    page = city_client.get(address, query).context["page"]
    expected = [
        office.code
        for office in judgement.offices.all()
        if ("premises.area", verdict) in {(i.id, i.verdict) for i in detail_of(office).items}
    ]
    assert page.count == len(expected)
    assert [one.office.code for one in page.rows] == expected[:50]


def test_a_filter_that_is_nonsense_filters_nothing(judgement, city_client):
    address = reverse("standards:offices", args=[judgement.pk])
    response = city_client.get(address, {"meets": "x", "verdict": "y", "page": "-3"})
    assert response.context["page"].count == judgement.offices.count()


@pytest.fixture
def unsized(db, tables):
    """The city, where one office has no class."""
    import polars as pl

    code = pl.col("code")
    size = pl.when(code == OFFICE).then(None).otherwise(pl.col("size")).alias("size")
    offices = tables.offices.with_columns(size)
    return keep_judged("taizhou-2021", replace(tables, offices=offices), by=None)


def test_offices_without_a_class_are_a_filter_of_their_own(unsized, city_client):
    text = city_client.get(reverse("standards:city", args=[unsized.pk])).content.decode()
    assert "有 1 所尚未确认分类" in text
    assert "?size=none&amp;district=" in text.split("看有哪些")[0][-200:]
    response = city_client.get(reverse("standards:offices", args=[unsized.pk]), {"size": "none"})
    assert [one.office.code for one in response.context["page"].rows] == [OFFICE]
    assert typeset("分类:未确认") in response.content.decode()


def test_a_list_without_an_item_asks_for_no_verdict_of_one(judgement, city_client):
    address = reverse("standards:offices", args=[judgement.pk])
    shown = {
        query: city_client.get(address + query).context["form"]["verdict"].value()
        for query in ("", "?size=大型", "?item=premises.area", "?item=premises.area&verdict=met")
    }
    assert list(shown.values()) == ["", "", "unmet", "met"]


def test_a_list_of_a_district_leads_back_to_it(judgement, city_client):
    address = reverse("standards:offices", args=[judgement.pk])
    district = reverse("standards:district", args=[judgement.pk])
    assert district in breadcrumb(city_client.get(address, {"district": "海陵区"}))
    assert district not in breadcrumb(city_client.get(address))


def breadcrumb(response):
    return response.content.decode().split('<ol class="breadcrumb">')[1].split("</ol>")[0]


def test_the_office_page_gives_clause_reason_and_source_of_each_item(judgement, city_client):
    text = city_client.get(reverse("standards:office", args=[judgement.pk, ROW])).content.decode()
    for item in detail_of(judgement.offices.get(code=OFFICE)).items:
        assert item.title in text
        assert item.why in text
    assert "taizhou-sample.xlsx" in text


def test_judging_without_a_day_is_refused_at_the_field(city_client):
    response = city_client.post(reverse("standards:judge"), {"standard": "taizhou-2021", "on": "x"})
    assert response.status_code == 400
    assert typeset("应为日期,如 2026-06-30。") in response.content.decode()


def test_searching_by_name_lists_the_offices_that_bear_it(judgement, city_client):
    address = reverse("standards:offices", args=[judgement.pk])
    page = city_client.get(address, {"q": " 城东 "}).context["page"]
    assert [one.office.name for one in page.rows] == ["城东街道司法所"]


def test_the_list_says_what_it_was_filtered_by(judgement, city_client):
    address = reverse("standards:offices", args=[judgement.pk])
    text = city_client.get(address, {"item": "premises.area"}).content.decode()
    assert typeset("条目:业务用房面积 未达标") in text
    lacking = next(
        item.why
        for office in judgement.offices.all()
        for item in detail_of(office).items
        if (item.id, item.verdict) == ("premises.area", "unmet")
    )
    assert lacking in text


@pytest.mark.parametrize("page", ["city", "district"])
def test_the_rates_stand_beside_those_of_the_judgement_before(
    page, judgement, judged, behind, pages, city_client
):
    assert "2020-12-31" not in city_client.get(pages[page]).content.decode()
    earlier = keep(judged, behind, by=None)
    Judgement.objects.filter(pk=earlier.pk).update(on=date(2020, 12, 31))
    response = city_client.get(pages[page])
    assert "2020-12-31" in response.content.decode()
    assert [card.before for card in response.context["cards"]] == [
        card.rate for card in response.context["cards"]
    ]


def test_what_is_met_stands_last_in_its_section_and_can_be_folded(city_client, judgement):
    text = city_client.get(f"/standards/judgements/{judgement.pk}/offices/{ROW}/").content.decode()
    for section in text.split('<section class="card')[1:]:
        opened, _fold, folded = section.partition("data-narrow")
        assert "fq-met" not in opened.split("<tbody>")[-1]
        assert not any(word in folded for word in ("fq-unmet", "fq-unknown"))


def test_districts_stand_in_the_order_of_their_division_codes(city_client, judgement):
    names = judgement.about["districts"]
    assert names != sorted(names)
    city = f"/standards/judgements/{judgement.pk}/"
    rates = city_client.get(city).content.decode().split("fq-rates")[1]
    choices = city_client.get(f"{city}offices/").content.decode()
    for text in (rates, choices):
        places = [text.index(name) for name in names]
        assert places == sorted(places)
