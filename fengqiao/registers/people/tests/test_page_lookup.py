import pytest

from fengqiao.registers.people.tests.made import make_person

URL = "/people/lookup/"


def text_of(page):
    return page.content.decode()


@pytest.fixture
def someone(offices):
    return make_person(offices.own, name="许晓燕", phone="+8613812345678")


def offered(page):
    return [row.pk for row in [*page.context["same"], *page.context["named"]]]


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "许晓燕"},
        {"name": "晓燕"},
        {"name": "XXY"},
        {"phone": "138-1234-5678"},
        {"name": "许", "phone": "13812345678"},
    ],
)
def test_a_known_person_is_offered_masked_while_one_types(clerk, someone, typed):
    page = clerk.post(URL, typed)
    assert offered(page) == [someone.pk]
    assert "许**" in text_of(page)
    assert f"/people/{someone.pk}/" in text_of(page)
    for hidden in ("许晓燕", "13812345678", someone.id_number):
        assert hidden not in text_of(page)
    assert "no-store" in page["Cache-Control"]


def test_who_has_the_typed_number_is_told_apart_from_who_has_the_name(clerk, offices, someone):
    namesake = make_person(offices.own, name="许晓燕")
    page = clerk.post(URL, {"name": "许晓燕", "id_number": someone.id_number})
    assert [row.pk for row in page.context["same"]] == [someone.pk]
    assert [row.pk for row in page.context["named"]] == [namesake.pk]


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"name": "许"},
        {"name": "赵四"},
        {"phone": "138"},
        {"id_number": "3"},
        {"name": "x" * 99},
    ],
)
def test_what_fits_nobody_offers_nothing(clerk, someone, typed):
    page = clerk.post(URL, typed)
    assert page.status_code == 200
    assert text_of(page).strip() == ""


def test_nobody_of_another_office_is_offered(stranger, someone):
    typed = {"name": "许晓燕", "id_number": someone.id_number, "phone": "13812345678"}
    assert text_of(stranger.post(URL, typed)).strip() == ""


def test_a_reader_is_refused_and_an_address_asks_nothing(reader, clerk, offices):
    assert reader.post(URL, {"name": "许晓燕"}).status_code == 403
    assert clerk.get(URL).status_code == 405


def test_the_fragment_takes_as_many_queries_for_thirty_persons_as_for_one(
    clerk, offices, someone, queries
):
    typed = {"name": "许晓燕", "phone": "13812345678"}
    one = len(queries(lambda: clerk.post(URL, typed)))
    for _number in range(30):
        make_person(offices.own, name="许晓燕")
    assert len(queries(lambda: clerk.post(URL, typed))) == one
