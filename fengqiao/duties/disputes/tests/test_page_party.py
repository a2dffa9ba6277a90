from datetime import date

import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.models import Party
from fengqiao.registers.people.tests.made import make_number


@pytest.fixture
def url(case):
    return f"{case.get_absolute_url()}parties/"


def test_a_party_is_added(clerk, case, url):
    number = make_number("20150203")
    page = clerk.post(f"{url}new/", {"seen": 1, "name": "周小", "id_number": number})
    assert page.status_code == 302
    party = case.parties.get(name="周小")
    assert (party.id_number, party.born_on) == (number, date(2015, 2, 3))
    said = case.events.get(act="party").said
    assert "证件号码" in said["栏目"]
    assert number not in str(said)


def test_what_is_masked_stays_where_it_is_left_empty(clerk, case, url):
    party = case.parties.first()
    page = clerk.get(f"{url}{party.pk}/")
    assert "138****5678" in page.content.decode()
    assert "13812345678" not in page.content.decode()
    clerk.post(f"{url}{party.pk}/", {"seen": 1, "name": "周海", "guardian": "周明"})
    party.refresh_from_db()
    assert (party.name, party.guardian, party.phone) == ("周海", "周明", "+8613812345678")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "请填姓名"),
        ({"id_number": "321299198001010012"}, "身份证号"),
        ({"phone": "1"}, "电话"),
        ({"born_on": "2099-01-01"}, "不能晚于今天"),
        ({"seen": 7}, "不是最新情况"),
    ],
)
def test_bad_input_is_said_and_changes_nothing(clerk, case, url, typed, words):
    page = clerk.post(f"{url}new/", {"seen": 1, "name": "周小", **typed})
    assert page.status_code == 400
    assert words in page.content.decode()
    assert case.parties.count() == 2


def test_a_party_of_another_case_is_404(clerk, case, url, office):
    other = Party.objects.create(
        dispute=type(case).objects.create(
            office=office.area,
            number="x",
            kind="people",
            matter="other",
            source="application",
            state="registered",
            owner=office.clerk,
            registered_on=timezone.localdate(),
        ),
        name="张三",
    )
    assert clerk.get(f"{url}{other.pk}/").status_code == 404


def test_the_parties_of_a_closed_case_stay(clerk, case, url, office):
    given = {"on": timezone.localdate(), "reason": "和好"}
    actions.act(case=case, name="withdraw", given=given, by=office.clerk)
    assert clerk.post(f"{url}new/", {"seen": 2, "name": "周小"}).status_code == 400
    assert clerk.get(f"{url}new/").status_code == 302
    assert case.parties.count() == 2
