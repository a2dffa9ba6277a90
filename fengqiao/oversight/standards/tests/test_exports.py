"""Every list of the pages 达标 leaves as a workbook with exactly the rows that were filtered."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.exports import LISTS
from fengqiao.oversight.standards.keeping import detail_of, district_results

OFFICE = "321202001"
AREA = "premises.area"
ROW = 1  # of the office in the judgement
ASKED = {"items": {"office": ROW}, "rows": {"office": ROW, "fact": "staff_total"}}


def address(judgement, name):
    return reverse("standards:export", args=[judgement.pk, name])


@pytest.fixture
def exported(judgement, city_client):
    """The notes, the header and the rows of an exported list."""

    def export(name, **query):
        response = city_client.get(address(judgement, name), query)
        assert response.status_code == 200
        sheet = list(load_workbook(BytesIO(response.content)).active.values)
        head = next(at for at, row in enumerate(sheet) if row[0] is None) + 1
        return [row[0] for row in sheet[: head - 1]], sheet[head], sheet[head + 1 :]

    return export


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_it_is(name, exported):
    notes, _, rows = exported(name, **ASKED.get(name, {}))
    assert notes[0] == typeset(str(LISTS[name].title))
    assert "泰州新时代“枫桥式”司法所建设标准" in notes[1]
    assert "2021-08-19" in notes[1]
    assert "2021年12月31日" in notes[1]
    assert notes[2].startswith(typeset("筛选:"))
    assert notes[3] == f"共 {len(rows)} 行。"


@pytest.mark.parametrize("name", LISTS)
def test_an_outsider_is_sent_to_sign_in(name, judgement, client):
    assert client.get(address(judgement, name), ASKED.get(name, {})).status_code == 302


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_a_fixed_number_of_questions(name, judgement, city_client, queries):
    assert (
        len(queries(lambda: city_client.get(address(judgement, name), ASKED.get(name, {})))) <= 12
    )


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("nothing", {}),
        ("items", {}),
        ("items", {"office": "000"}),
        ("items", {"office": "9" * 30}),
        ("items", {"office": OFFICE}),
        ("rows", {"office": ROW}),
        ("rows", {"office": ROW, "fact": "nothing"}),
    ],
)
def test_a_list_that_is_not_there_is_not_found(name, query, judgement, city_client):
    assert city_client.get(address(judgement, name), query).status_code == 404


def test_who_lacks_an_item_is_listed_with_what_is_short(exported, judgement):
    notes, head, rows = exported("offices", item=AREA, verdict="unmet", district="海陵区")
    lacking = {
        office.code: item
        for office in judgement.offices.filter(district="海陵区")
        for item in detail_of(office).items
        if (item.id, item.verdict) == (AREA, "unmet")
    }
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["编码"] for row in found] == list(lacking)
    for row in found:
        item = lacking[row["编码"]]
        assert (row["实际"], row["要求"], row["差距"]) == (
            item.actual,
            item.required,
            item.gap,
        )
    assert notes[2] == typeset("筛选:市(区):海陵区;条目:业务用房面积 未达标。")


def test_without_a_filter_all_offices_are_listed_not_a_page_of_them(exported, judgement):
    _, _, rows = exported("offices", page="2")
    assert len(rows) == judgement.offices.count() > 50


def test_rates_and_nearest_offices_keep_to_the_district(exported, judgement):
    _, head, rates = exported("rates", district="海陵区")
    own = [row for row in district_results(judgement) if row.district == "海陵区"]
    assert [row[:2] for row in rates] == [("海陵区", row.size) for row in own]
    assert [row[head.index("尚差个数")] for row in rates] == [row.short_by for row in own]
    _, head, nearest = exported("nearest", district="海陵区")
    assert len(nearest) == judgement.offices.filter(district="海陵区", meets=False).count()
    assert {row[head.index(typeset("市(区)"))] for row in nearest} == {"海陵区"}


def test_the_items_of_an_office_come_with_their_grounds(exported, judgement):
    _, head, rows = exported("items", office=ROW)
    items = detail_of(judgement.offices.get(row=ROW)).items
    assert [row[head.index("项目")] for row in rows] == [typeset(item.title) for item in items]
    assert all("taizhou-sample.xlsx" in row[head.index("依据")] for row in rows)


def test_the_rows_behind_a_fact_are_those_that_it_counts(exported, judgement):
    _, head, rows = exported("rows", office=ROW, fact="staff_total")
    office = detail_of(judgement.offices.get(row=ROW))
    assert len(rows) == office.facts["staff_total"].value > 0
    names = [row[head.index("姓名")] for row in rows]
    assert names == [f"{row['name'][0]}**" for row in office.evidence["staff_total"]]


def test_a_name_that_looks_like_a_formula_stays_a_text(exported, judgement):
    judgement.offices.filter(code=OFFICE).update(name="=1+1")
    _, head, rows = exported("offices")
    assert "=1+1" in [row[head.index("名称")] for row in rows]


@pytest.mark.parametrize("page", ["city", "district", "offices", "office", "fact"])
def test_each_page_leads_to_the_export_of_its_list(page, judgement, city_client):
    arguments = {"office": [ROW], "fact": [ROW, "staff_total"]}
    shown = reverse(f"standards:{page}", args=[judgement.pk, *arguments.get(page, [])])
    text = city_client.get(shown, {"district": "海陵区"}).content.decode("utf-8")
    assert reverse("standards:export", args=[judgement.pk, "x"])[:-2] in text
