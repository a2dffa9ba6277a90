from io import BytesIO

import pytest
from openpyxl import load_workbook

from fengqiao.registers.organisations.tests.made import make_office

URL = "/organisations/export/"


def sheet_of(page):
    return load_workbook(BytesIO(page.content)).active


def names_in(sheet):
    head = next(at for at, row in enumerate(sheet.values, 1) if row[0] == "编码")
    return [row[1] for row in sheet.iter_rows(min_row=head + 1, values_only=True)]


def notes_in(sheet):
    return "".join(str(row[0]) for row in sheet.iter_rows(max_row=6, values_only=True))


@pytest.mark.parametrize(
    ("query", "names", "filters"),
    [
        ({}, ["城东司法所", "城西司法所"], "筛选：无"),
        ({"size": "小型"}, ["城西司法所"], "分类：小型"),
        ({"size": "none", "name": "城"}, [], "分类：未确认；名称、编码或乡镇：城"),
        ({"sort": "-code"}, ["城西司法所", "城东司法所"], "筛选：无"),
    ],
)
def test_the_workbook_holds_the_rows_of_the_list_and_names_its_filter(
    city_client, query, names, filters
):
    make_office(1, "城东司法所")
    make_office(2, "城西司法所", size="小型")
    sheet = sheet_of(city_client.get(URL, query))
    assert names_in(sheet) == names
    assert filters in notes_in(sheet)


def test_it_speaks_of_the_day_that_is_asked_for(city_client, cast):
    make_office(1, "城东司法所")
    page = city_client.get(URL, {"on": "2022-03-01"})
    assert "2022-03-01" in page["Content-Disposition"]
    notes = notes_in(sheet_of(page))
    assert "2022-03-01 的情况" in notes
    assert cast.city.name in notes
    assert names_in(sheet_of(city_client.get(URL, {"on": "2020-03-01"}))) == []


def test_all_rows_are_taken_out_beyond_the_first_page(city_client, queries):
    make_office(1)
    one = len(queries(lambda: city_client.get(URL)))
    for number in range(2, 62):
        make_office(number)
    assert len(queries(lambda: city_client.get(URL))) == one
    assert len(names_in(sheet_of(city_client.get(URL, {"page": "2"})))) == 61


def test_an_office_without_staff_has_none_and_not_a_blank(city_client):
    make_office(1)
    row = next(sheet_of(city_client.get(URL)).iter_rows(min_row=8, values_only=True))
    assert row[-1] == 0


def test_a_name_that_looks_like_a_formula_stays_a_text(city_client):
    make_office(1, '=HYPERLINK("http://x")')
    cell = sheet_of(city_client.get(URL))["B8"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")


def test_a_wrong_filter_is_left_out(city_client):
    make_office(1, "城东司法所")
    sheet = sheet_of(city_client.get(URL, {"size": "巨型", "on": "x"}))
    assert names_in(sheet) == ["城东司法所"]


def test_without_sign_in_it_leads_to_the_sign_in_page(client, db):
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_who_sees_no_offices_is_refused(sign_in, cast):
    cast.clerk.grants.all().delete()
    assert sign_in(cast.clerk).get(URL).status_code == 403


def test_the_list_leads_to_it_with_its_filter(city_client):
    make_office(1)
    text = city_client.get("/organisations/", {"size": "中型", "page": "1"}).content.decode()
    assert '/organisations/export/?size=%E4%B8%AD%E5%9E%8B"' in text
