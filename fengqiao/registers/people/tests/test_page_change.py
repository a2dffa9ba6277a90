import pytest

from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.registers.people.models import Person
from fengqiao.registers.people.tests.made import make_number, make_person


def text_of(page):
    return page.content.decode()


@pytest.fixture
def someone(offices):
    return make_person(
        offices.own,
        name="周海涛",
        id_number=make_number("19800102", 11),
        phone="+8613812345678",
        address="海陵区京泰路街道学院路8号",
    )


@pytest.fixture
def url(someone):
    return f"/people/{someone.pk}/change/"


@pytest.fixture
def typed():
    return {"name": "周海涛", "paper": "resident"}


def fresh(person):
    return Person.objects.get(pk=person.pk)


def test_the_form_shows_no_masked_value(clerk, someone, url):
    text = text_of(clerk.get(url))
    assert "138****5678" in text
    for hidden in (someone.id_number, "13812345678", "学院路"):
        assert hidden not in text


def test_what_is_left_empty_stays(clerk, someone, url, typed):
    assert clerk.post(url, typed | {"name": "周海波"}).status_code == 302
    now = fresh(someone)
    assert now.name == "周海波"
    assert (now.id_number, now.phone, now.address) == (
        someone.id_number,
        someone.phone,
        someone.address,
    )


def test_a_new_value_replaces_the_old_and_a_tick_deletes(clerk, someone, url, typed):
    clerk.post(url, typed | {"phone": "13900001234", "clear": ["address"]})
    now = fresh(someone)
    assert (now.phone, now.address) == ("+8613900001234", "")
    assert Person.objects.filter(phone_end="1234").exists()
    entry = Entry.objects.about(someone).get(act="people.changed")
    assert "电话" in Payload.objects.get(entry=entry).body


def test_without_paper_the_number_goes(clerk, someone, url, typed):
    assert clerk.post(url, typed | {"paper": "none"}).status_code == 302
    assert fresh(someone).id_code is None


def test_nothing_new_leaves_no_trail(clerk, someone, url, typed):
    clerk.post(url, typed)
    clerk.post(url, typed)
    assert Entry.objects.filter(act="people.changed").count() == 1  # sex and birthday by the number


def test_the_number_of_somebody_else_is_refused(clerk, offices, someone, url, typed):
    other = make_person(offices.own)
    page = clerk.post(url, typed | {"id_number": other.id_number})
    assert page.status_code == 400
    assert f"/people/{other.pk}/" in text_of(page)


def test_a_wrong_value_is_said_and_what_was_typed_stays(clerk, someone, url, typed):
    page = clerk.post(url, typed | {"phone": "12345", "name": "周某"})
    assert page.status_code == 400
    assert "phone" in page.context["form"].errors
    assert "周某" in text_of(page)
    assert fresh(someone).name == "周海涛"


def test_an_outsider_finds_nothing_and_a_reader_is_refused(stranger, reader, url, typed):
    assert stranger.get(url).status_code == 404
    assert stranger.post(url, typed).status_code == 404
    assert reader.get(url).status_code == 403


def test_the_form_takes_as_many_queries_beside_thirty_persons(clerk, offices, url, queries):
    one = len(queries(lambda: clerk.get(url)))
    for _number in range(30):
        make_person(offices.own)
    assert len(queries(lambda: clerk.get(url))) == one
