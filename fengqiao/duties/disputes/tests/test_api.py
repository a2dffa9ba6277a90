"""Disputes through the API: what the pages show, to the same people, and each act once."""

import pytest

from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures
from fengqiao.kernel.audit.models import Entry

ALL = ("disputes.list", "disputes.see", "disputes.register", "disputes.handle")
NEW = {"matter": "neighbours", "name": "周海涛", "phone": "13812345678", "other_name": "钱春梅"}
ACCEPT = {"given": {"consented": True, "nowhere_else": True}}


@pytest.fixture
def call(office, caller):  # noqa: F811
    return caller(office.clerk, *ALL)


def test_a_dispute_is_registered_once_for_its_key(call, office):
    first, again = call.post("/disputes", NEW), call.post("/disputes", NEW)
    assert first.status_code == 201
    assert first.json() == again.json()
    case = Dispute.objects.get()
    assert (case.owner, case.office, case.state) == (office.clerk, office.area, "registered")
    assert [party.name for party in case.parties.all()] == ["周海涛", "钱春梅"]
    assert Entry.objects.filter(act="disputes.register", via="api").exists()


def test_a_court_refers_through_the_office_and_says_who_it_is(call):
    sent = NEW | {"source": "referral"}
    refused = call.post("/disputes", sent)
    assert refused.status_code == 422
    assert refused.json()["faults"][0]["field"] == "referrer"
    assert call.post("/disputes", sent | {"referrer": "court"}).status_code == 201
    assert Dispute.objects.get().referrer == "court"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"phone": "12"}, "phone"),
        ({"name": " "}, "name"),
        ({"registered_on": "1999-01-01"}, "registered_on"),
        ({"registered_on": "2026-02-30"}, "registered_on"),
        ({"matter": "weather"}, "matter"),
        ({"office": "999999999"}, "office"),
        ({"priority": 1}, "priority"),
        ({"more_names": ["名" * 101]}, "more_names.0"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(call, wrong, field):
    answer = call.post("/disputes", NEW | wrong)
    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["faults"]] == [field]
    assert not Dispute.objects.exists()


def test_an_act_is_done_by_the_engine(call, office):
    case = made(office.area, office.clerk)
    answer = call.post(
        f"/disputes/{case.pk}/acts/accept", ACCEPT | {"given": day(case) | ACCEPT["given"]}
    )
    assert answer.status_code == 200
    assert answer.json()["state"] == "accepted"
    assert Dispute.objects.get().state == "accepted"


def day(case):
    return {"on": case.registered_on.isoformat()}


def test_a_guard_says_its_sentence_at_the_field(call, office):
    case = made(office.area, office.clerk)
    given = day(case) | {"nowhere_else": True}
    answer = call.post(f"/disputes/{case.pk}/acts/accept", {"given": given})
    assert answer.status_code == 422
    assert answer.json()["faults"][0]["field"] == "consented"
    assert Dispute.objects.get().state == "registered"


def test_who_saw_an_older_version_is_told_who_was_first(call, office):
    case = accept(made(office.area, office.clerk), office.clerk)
    body = {"seen": 1, "given": day(case) | {"rights_told": True}}
    answer = call.post(f"/disputes/{case.pk}/acts/start", body)
    assert answer.status_code == 409
    assert "clerk甲" in answer.json()["detail"]


def test_a_mistaken_act_is_taken_back(call, office):
    case = accept(made(office.area, office.clerk), office.clerk)
    answer = call.post(f"/disputes/{case.pk}/acts/take_back", {"given": {"reason": "误点"}})
    assert (answer.status_code, answer.json()["state"]) == (200, "registered")


def test_what_the_table_does_not_know_is_not_there(call, office):
    case = made(office.area, office.clerk)
    assert call.post(f"/disputes/{case.pk}/acts/forget", {}).status_code == 404
    wrong = call.post(f"/disputes/{case.pk}/acts/accept", {"given": {"colour": "red"}})
    assert wrong.json()["faults"][0]["field"] == "colour"


def test_a_case_is_told_masked_with_what_may_be_done(call, office):
    case = made(office.area, office.clerk, summary="院墙漏水")
    told = call(f"/disputes/{case.pk}").json()
    assert told["parties"][0]["name"] == "周**"
    assert told["parties"][0]["phone"] == "138****5678"
    assert told["summary"] == "院墙漏水"
    (accepting,) = [offer for offer in told["offers"] if offer["act"] == "accept"]
    assert {"on", "consented", "nowhere_else"} <= {field["name"] for field in accepting["fields"]}
    assert Entry.objects.filter(act="disputes.seen", via="api").exists()


def test_a_bureau_sees_no_party_and_no_text(caller, office):  # noqa: F811
    case = made(office.area, office.clerk, summary="院墙漏水")
    told = caller(office.bureau, "disputes.list")(f"/disputes/{case.pk}")
    assert told.status_code == 200
    assert (told.json()["parties"], told.json()["summary"], told.json()["offers"]) == (
        None,
        None,
        [],
    )
    assert "周" not in told.content.decode()


def test_a_list_is_narrowed_and_goes_on_behind_the_last_row(call, office):
    cases = [made(office.area, office.clerk) for _number in range(3)]
    accept(cases[0], office.clerk)
    first = call("/disputes", {"limit": 2}).json()
    second = call("/disputes", {"limit": 2, "cursor": first["next"]}).json()
    numbers = [row["number"] for row in (*first["items"], *second["items"])]
    assert numbers == [case.number for case in cases[::-1]]
    assert len(call("/disputes", {"state": "accepted"}).json()["items"]) == 1
    assert len(call("/disputes", {"open": "true", "only": "mine"}).json()["items"]) == 3


def test_another_district_finds_nothing(caller, office):  # noqa: F811
    case = made(office.area, office.clerk)
    other = caller(office.stranger, *ALL)
    assert other("/disputes").json()["items"] == []
    assert other(f"/disputes/{case.pk}").status_code == 404
    assert other.post(f"/disputes/{case.pk}/acts/accept", ACCEPT).status_code == 404


def test_a_token_does_what_it_was_lent_and_no_more(caller, office):  # noqa: F811
    case = made(office.area, office.clerk)
    reader = caller(office.clerk, "disputes.list")
    assert reader(f"/disputes/{case.pk}").json()["parties"] is None
    assert reader.post("/disputes", NEW).status_code == 403
    assert reader.post(f"/disputes/{case.pk}/acts/accept", ACCEPT).status_code == 403
