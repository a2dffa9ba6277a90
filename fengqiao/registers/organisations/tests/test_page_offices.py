import pytest

from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.registers.organisations.tests.made import make_office

URL = "/organisations/"


def text_of(page):
    return page.content.decode()


def test_the_list_shows_district_town_size_and_persons(city_client):
    make_office(1, "城东司法所", members=3)
    page = city_client.get(URL)
    assert page.status_code == 200
    for words in ("海陵区", "城东司法所", "321202001", "中型"):
        assert words in text_of(page)
    assert page.context["page"].rows[0].persons == 3


def test_without_sign_in_the_list_leads_to_the_sign_in_page(client, db):
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_the_list_of_a_past_day_leaves_out_what_was_not_there_yet(city_client):
    make_office(1, "城东司法所")
    assert "城东司法所" not in text_of(city_client.get(URL, {"on": "2020-12-31"}))
    assert "城东司法所" in text_of(city_client.get(URL, {"on": "2022-03-01"}))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"size": "小型"}, ["城西司法所"]),
        ({"size": "none"}, ["城南司法所"]),
        ({"name": "城东"}, ["城东司法所"]),
        ({"district": "海陵区", "kind": "乡镇"}, []),
        ({"sort": "-code"}, ["城南司法所", "城西司法所", "城东司法所"]),
    ],
)
def test_the_list_is_filtered_and_ordered_from_its_address(city_client, query, names):
    make_office(1, "城东司法所")
    make_office(2, "城西司法所", size="小型")
    make_office(3, "城南司法所", size="")
    page = city_client.get(URL, query)
    assert [row.name for row in page.context["page"].rows] == names


@pytest.mark.parametrize(
    "query", [{"on": "x"}, {"on": "2022-02-30"}, {"size": "巨型"}, {"page": "-1"}, {"on": "龘"}]
)
def test_a_wrong_filter_is_said_and_the_list_still_stands(city_client, query):
    make_office(1, "城东司法所")
    page = city_client.get(URL, query)
    assert page.status_code == 200
    assert "城东司法所" in text_of(page)


def test_the_list_takes_as_many_queries_for_thirty_offices_as_for_one(city_client, queries):
    make_office(1)
    one = len(queries(lambda: city_client.get(URL)))
    for number in range(2, 31):
        make_office(number)
    assert len(queries(lambda: city_client.get(URL))) == one


def test_an_empty_register_says_what_to_do_first(city_client):
    assert "还没有司法所" in text_of(city_client.get(URL))


def test_districts_and_their_offices_stand_in_the_order_of_division_codes(city_client):
    """By name 兴化市 would come first, and 高港区 last."""
    for code, district in [
        ("321281001", "兴化市"),
        ("321202001", "海陵区"),
        ("321203001", "高港区"),
    ]:
        make_office(1, f"{district}的所", township=Township(code, AreaKind.STREET, district))
    context = city_client.get(URL).context
    in_order = ["海陵区", "高港区", "兴化市"]
    assert [row.name for row in context["districts"]] == in_order
    assert [row.district for row in context["page"].rows] == in_order
