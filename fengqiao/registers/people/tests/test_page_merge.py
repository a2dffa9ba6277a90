import pytest

from fengqiao.registers.people.models import Merge, Person
from fengqiao.registers.people.tests.made import make_person


def text_of(page):
    return page.content.decode()


@pytest.fixture
def pair(offices):
    kept = make_person(offices.own, name="周海涛", phone="+8613812345678")
    return kept, make_person(offices.own, name="周海涛", address="海陵区京泰路街道青年路9号")


@pytest.fixture
def url(pair):
    kept, gone = pair
    return f"/people/{kept.pk}/merge/{gone.pk}/"


def typed(**values):
    return {"paper": "kept", "phone": "kept", "address": "gone", "reason": "同一人"} | values


def test_the_other_record_is_offered_and_looked_for(clerk, offices, pair):
    kept, gone = pair
    stranger = make_person(offices.own, name="赵四")
    choosing = f"/people/{kept.pk}/merge/"
    assert [row.pk for row in clerk.get(choosing).context["rows"]] == [gone.pk]
    rows = clerk.post(choosing, {"words": "赵四"}).context["rows"]
    assert [row.pk for row in rows] == [stranger.pk]


def test_only_what_differs_is_asked_and_the_empty_one_gives_way(clerk, pair, url):
    form = clerk.get(url).context["form"]
    assert list(form.fields) == ["paper", "phone", "address", "reason"]
    assert form.fields["address"].initial == "gone"
    text = text_of(clerk.get(url))
    assert "证件号码不同" in text
    for person in pair:
        assert person.id_number not in text
    assert "青年路" not in text


def test_two_records_become_one_and_two_again(clerk, offices, pair, url):
    kept, gone = pair
    assert clerk.post(url, typed()).status_code == 302
    assert Person.objects.get(pk=kept.pk).address == gone.address
    assert [row.pk for row in clerk.get("/people/").context["rows"]] == [kept.pk]
    page = clerk.get(f"/people/{gone.pk}/")
    assert "已并入" in text_of(page)
    assert clerk.get(f"/people/{gone.pk}/change/").status_code == 404
    made = Merge.objects.get()
    undo = f"/people/merges/{made.pk}/undo/"
    assert undo in text_of(clerk.get(f"/people/{kept.pk}/"))
    assert "同一人" in text_of(clerk.get(undo))
    assert clerk.post(undo, {"reason": "并错"}).status_code == 302
    assert Person.objects.get(pk=kept.pk).address == ""
    assert clerk.get(undo).status_code == 404


@pytest.mark.parametrize("wrong", [{"reason": ""}, {"address": ""}, {"address": "both"}])
def test_a_choice_or_reason_that_lacks_is_said(clerk, pair, url, wrong):
    page = clerk.post(url, typed(**wrong))
    assert page.status_code == 400
    assert set(page.context["form"].errors) == set(wrong)
    assert not Merge.objects.exists()


def test_undoing_wants_a_reason(clerk, pair, url):
    clerk.post(url, typed())
    undo = f"/people/merges/{Merge.objects.get().pk}/undo/"
    assert clerk.post(undo, {"reason": " "}).status_code == 400


def test_an_earlier_merger_is_refused_with_a_sentence(clerk, offices, pair, url):
    kept, _gone = pair
    clerk.post(url, typed())
    first = Merge.objects.get()
    third = make_person(offices.own, name="赵四")
    clerk.post(f"/people/{kept.pk}/merge/{third.pk}/", typed(name="kept"))
    page = clerk.post(f"/people/merges/{first.pk}/undo/", {"reason": "并错"})
    assert page.status_code == 400
    assert "请先拆分后一次合并" in text_of(page)


def test_who_does_not_reach_all_offices_of_both_is_refused(clerk, offices, pair, url):
    pair[1].known.create(area=offices.other, since="2024-01-01")
    assert clerk.get(url).status_code == 403
    assert clerk.post(url, typed()).status_code == 403


def test_an_outsider_finds_nothing_and_a_reader_is_refused(stranger, reader, pair, url):
    kept, _gone = pair
    for address in (url, f"/people/{kept.pk}/merge/"):
        assert stranger.get(address).status_code == 404
        assert reader.get(address).status_code == 403


def test_a_record_is_not_merged_with_itself(clerk, pair):
    kept, _gone = pair
    assert clerk.get(f"/people/{kept.pk}/merge/{kept.pk}/").status_code == 404


@pytest.mark.parametrize("which", ["choosing", "merging"])
def test_a_page_takes_as_many_queries_beside_thirty_persons(
    clerk, offices, pair, url, queries, which
):
    address = url if which == "merging" else f"/people/{pair[0].pk}/merge/"
    before = len(queries(lambda: clerk.get(address)))
    for _number in range(30):
        make_person(offices.own, name="周海涛")
    assert len(queries(lambda: clerk.get(address))) == before
