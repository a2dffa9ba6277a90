import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.search.words import sealed
from fengqiao.registers.people.tests.made import make_person, make_user

URL, SEARCH = "/people/", "/people/search/"


def text_of(page):
    return page.content.decode()


def test_the_list_shows_persons_masked(clerk, offices):
    person = make_person(
        offices.own, name="周海涛", phone="+8613812345678", address="海陵区京泰路街道学院路8号"
    )
    page = clerk.get(URL)
    text = text_of(page)
    for shown in ("周**", "321299********", "138****5678", "海陵区京泰路街道****"):
        assert shown in text
    for hidden in ("周海涛", person.id_number, "12345678", "学院路"):
        assert hidden not in text


def test_no_browser_keeps_the_list(clerk, offices):
    assert "no-store" in clerk.get(URL)["Cache-Control"]


def test_persons_of_another_office_are_not_there(clerk, stranger, offices):
    make_person(offices.own)
    assert clerk.get(URL).context["page"].count == 1
    assert stranger.get(URL).context["page"].count == 0


@pytest.mark.parametrize(
    "role",
    [
        Role.MEDIATOR,
        Role.DISTRICT_BUREAU,
        Role.CITY_BUREAU,
        Role.DISTRICT_ADMIN,
        Role.SYSTEM_ADMIN,
        Role.AUDITOR,
        Role.POLICE,
    ],
)
def test_who_has_no_right_to_persons_is_refused(offices, sign_in, role):
    client = sign_in(make_user(None, role))
    assert client.get(URL).status_code == 403
    assert client.post(SEARCH, {"words": "周"}).status_code == 403


def test_without_sign_in_the_list_leads_to_the_sign_in_page(client, db):
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_what_was_typed_never_stands_in_the_address(clerk, offices):
    person = make_person(offices.own, name="周海涛")
    make_person(offices.own, name="许燕")
    answer = clerk.post(SEARCH, {"words": person.id_number})
    assert answer.status_code == 302
    assert person.id_number not in answer["Location"]
    page = clerk.get(answer["Location"])
    assert [row.pk for row in page.context["rows"]] == [person.pk]
    assert person.id_number in text_of(page)  # in the box, for who typed it


def test_an_address_that_another_person_sealed_asks_for_nothing(clerk, offices):
    make_person(offices.own)
    page = clerk.get(URL, {"q": sealed("没有这个人", offices.stranger)})
    assert page.context["page"].count == 1


@pytest.mark.parametrize("words", ["", " ", "x" * 61, "'\"<>"])
def test_odd_words_break_nothing(clerk, offices, words):
    assert clerk.post(SEARCH, {"words": words}, follow=True).status_code == 200


def test_nobody_found_and_nobody_there_say_what_to_do(clerk, offices):
    assert "还没有登记人员" in text_of(clerk.get(URL))
    assert "没有找到" in text_of(clerk.post(SEARCH, {"words": "赵"}, follow=True))


def test_the_list_takes_as_many_queries_for_thirty_persons_as_for_one(clerk, offices, queries):
    make_person(offices.own)
    one = len(queries(lambda: clerk.get(URL)))
    for _number in range(30):
        make_person(offices.own)
    assert len(queries(lambda: clerk.get(URL))) == one


def test_the_list_is_ordered_by_age(clerk, offices):
    from datetime import date

    young = make_person(offices.own, born_on=date(2000, 1, 1))
    old = make_person(offices.own, born_on=date(1950, 1, 1))
    rows = clerk.get(URL, {"sort": "age"}).context["rows"]
    assert [row.pk for row in rows] == [young.pk, old.pk]
