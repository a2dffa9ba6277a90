from datetime import date

import pytest

from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.registers.people.models import Known, Person
from fengqiao.registers.people.tests.made import make_number, make_person

URL = "/people/new/"


def text_of(page):
    return page.content.decode()


@pytest.fixture
def typed():
    return {
        "name": "周 海涛",
        "paper": "resident",
        "id_number": make_number("19800102", 11),
        "phone": "138-1234-5678",
        "phone_more": "86881234",
        "address": "海陵区京泰路街道学院路8号",
    }


def test_a_person_is_registered_with_what_the_number_says(clerk, offices, typed):
    assert clerk.post(URL, typed).status_code == 302
    person = Person.objects.get()
    assert (person.sex, person.born_on) == ("male", date(1980, 1, 2))
    assert (person.phone, person.phone_more) == ("+8613812345678", "+8652386881234")
    known = Known.objects.get()
    assert (known.person, known.area, known.made_by) == (person, offices.own, offices.clerk)


def test_the_trail_names_the_fields_and_no_value(clerk, offices, typed):
    clerk.post(URL, typed)
    entry = Entry.objects.get(act="people.added")
    body = Payload.objects.get(entry=entry).body
    assert "电话" in body
    for value in (typed["id_number"], "周 海涛", "12345678", "学院路"):
        assert value not in body + entry.label


def test_who_has_no_paper_is_registered_too(clerk, offices):
    assert clerk.post(URL, {"name": "无名氏", "paper": "none"}).status_code == 302
    assert Person.objects.get().id_code is None


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "请填姓名"),
        ("id_number", "", "请填证件号码"),
        ("id_number", "321202800102001", "15位的旧号码"),
        ("id_number", "32129919800102011Z", "前17位"),
        ("paper", "party", ""),
        ("paper", "none", "请选择证件种类"),
        ("sex", "female", "与身份证号不符"),
        ("born_on", "1980-01-03", "与身份证号不符"),
        ("born_on", "2999-01-01", "不能晚于今天"),
        ("phone", "12345", "11位手机号"),
        ("phone_more", "没有", "11位手机号"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(
    clerk, typed, field, value, said
):
    page = clerk.post(URL, typed | {field: value})
    assert page.status_code == 400
    assert said in str(page.context["form"].errors[field])
    assert "学院路8号" in text_of(page)
    assert not Person.objects.exists()


def test_another_paper_has_a_number_of_its_own_kind(clerk, offices):
    base = {"name": "陈大文", "paper": "hong_kong_macao"}
    assert clerk.post(URL, base | {"id_number": "H1234 5678"}).status_code == 302
    assert Person.objects.get().id_number == "H12345678"
    assert clerk.post(URL, base | {"id_number": "H!"}).status_code == 400


def test_a_number_that_is_known_leads_to_its_person(clerk, offices, typed):
    there = make_person(offices.own, id_number=typed["id_number"])
    page = clerk.post(URL, typed)
    assert page.status_code == 400
    assert f"/people/{there.pk}/" in text_of(page)
    assert Person.objects.count() == 1


def test_a_number_that_another_office_knows_tells_nothing(clerk, offices, typed):
    make_person(offices.other, id_number=typed["id_number"])
    answer = clerk.post(URL, typed)
    assert answer.status_code == 302
    assert Person.objects.visible_to(offices.clerk).count() == 1


def test_who_works_in_two_offices_chooses_and_may_make_a_person_known(
    clerk, offices, typed, sign_in
):
    offices.clerk.grants.create(role="assistant", area=offices.other, begins_on="2021-01-01")
    assert clerk.post(URL, typed).status_code == 400
    assert clerk.post(URL, typed | {"area": offices.other.pk}).status_code == 302
    person = Person.objects.get()
    url = f"/people/{person.pk}/known/{offices.own.pk}/"
    assert clerk.post(url).status_code == 302
    assert clerk.post(url).status_code == 302
    assert Known.objects.filter(person=person).count() == 2
    assert Entry.objects.filter(act="people.known").count() == 1


def test_nobody_is_made_known_to_an_office_of_others(clerk, stranger, offices):
    person = make_person(offices.own)
    assert clerk.post(f"/people/{person.pk}/known/{offices.other.pk}/").status_code == 404
    assert stranger.post(f"/people/{person.pk}/known/{offices.other.pk}/").status_code == 404


def test_a_reader_is_refused_and_nobody_gets_in_without_sign_in(reader, client):
    assert reader.get(URL).status_code == 403
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_the_form_takes_as_many_queries_beside_thirty_persons(clerk, offices, queries):
    one = len(queries(lambda: clerk.get(URL)))
    for _number in range(30):
        make_person(offices.own)
    assert len(queries(lambda: clerk.get(URL))) == one
