from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.registers.people.tests.made import make_person, make_user

PHONE, SAID = "+8613812345678", "13812345678"


def text_of(page):
    return page.content.decode()


@pytest.fixture
def someone(offices):
    return make_person(
        offices.own, phone=PHONE, address="海陵区京泰路街道学院路8号", by=offices.clerk
    )


@pytest.fixture
def url(someone):
    return f"/people/{someone.pk}/"


def test_a_person_is_shown_with_masked_values(clerk, someone, url):
    page = clerk.get(url)
    text = text_of(page)
    assert "周海涛" in text
    assert "138****5678" in text
    for hidden in (someone.id_number, SAID, "学院路"):
        assert hidden not in text
    assert "no-store" in page["Cache-Control"]


def test_that_a_person_was_looked_at_is_recorded(clerk, offices, someone, url):
    clerk.get(url)
    entry = Entry.objects.about(someone).get(act="people.seen")
    assert (entry.by, entry.area) == (offices.clerk, offices.own)
    assert someone.name not in entry.label


def test_an_outsider_finds_no_person_and_a_reader_is_refused(stranger, reader, url):
    assert stranger.get(url).status_code == 404
    assert stranger.post(f"{url}open/", {}).status_code == 404
    assert reader.get(url).status_code == 403
    assert reader.post(f"{url}open/", {}).status_code == 403


def test_who_is_not_there_is_404(clerk, offices):
    assert clerk.get("/people/999999/").status_code == 404


def test_a_value_is_opened_for_a_purpose_in_this_answer_alone(clerk, offices, someone, url):
    typed = {"fields_wanted": ["phone"], "purpose": "contact"}
    page = clerk.post(f"{url}open/", typed)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert SAID in text_of(page)
    assert someone.id_number not in text_of(page)
    assert SAID not in text_of(clerk.get(url))
    entry = Entry.objects.about(someone).get(act="people.opened")
    assert (entry.by, entry.area) == (offices.clerk, offices.own)
    body = Payload.objects.get(entry=entry).body
    assert "联系本人" in body
    assert SAID not in body


@pytest.mark.parametrize(
    "typed",
    [
        {"purpose": "contact"},
        {"fields_wanted": ["phone"]},
        {"fields_wanted": ["phone"], "purpose": "curiosity"},
        {"fields_wanted": ["phone_more"], "purpose": "contact"},
        {"fields_wanted": ["name", "made_at"], "purpose": "contact"},
        {"fields_wanted": ["phone"], "purpose": "other", "reason": "  "},
    ],
)
def test_nothing_is_opened_without_a_purpose(clerk, someone, url, typed):
    page = clerk.post(f"{url}open/", typed)
    assert page.status_code == 400
    assert SAID not in text_of(page)
    assert not Entry.objects.filter(act="people.opened").exists()


def test_another_purpose_wants_a_reason(clerk, someone, url):
    typed = {"fields_wanted": ["phone"], "purpose": "other", "reason": "法院函询"}
    assert SAID in text_of(clerk.post(f"{url}open/", typed))


def test_who_looks_beyond_his_own_office_says_why(offices, sign_in, someone, url):
    town = Area.objects.get(path=offices.own.path[: -Area.steplen])
    above = sign_in(make_user(town, Role.DIRECTOR))
    typed = {"fields_wanted": ["phone"], "purpose": "contact"}
    page = above.post(f"{url}open/", typed)
    assert page.status_code == 400
    assert "不是本单位登记的" in text_of(page)
    assert SAID in text_of(above.post(f"{url}open/", typed | {"reason": "督办"}))


def test_an_address_opens_nothing(clerk, url):
    assert clerk.get(f"{url}open/").status_code == 405


def test_the_page_takes_as_many_queries_for_a_person_known_long(clerk, offices, url, queries):
    one = len(queries(lambda: clerk.get(url)))
    for _number in range(10):
        clerk.get(url)
        make_person(offices.own)
    assert len(queries(lambda: clerk.get(url))) == one


def test_of_a_child_all_data_are_sensitive_until_the_birthday(clerk, offices):
    today = timezone.localdate()
    for years, told in ((13, True), (15, False)):
        born_on = today - timedelta(days=years * 366)
        child = make_person(offices.own, born_on=born_on)
        assert ("不满十四周岁" in text_of(clerk.get(f"/people/{child.pk}/"))) is told
