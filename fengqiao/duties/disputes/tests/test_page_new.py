import pytest

from fengqiao.duties.disputes.enums import Side
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.enums import Role
from fengqiao.registers.people.tests.made import make_user

URL = "/disputes/new/"
TYPED = {
    "matter": "neighbours",
    "name": "周海涛",
    "phone": "138 1234 5678",
    "other_name": "钱春梅",
    "summary": "院墙漏水",
    "source": "application",
    "kind": "people",
    "difficulty": "ordinary",
}


def test_three_fields_are_enough(clerk, office):
    given = {"matter": "neighbours", "name": "周海涛"}
    rest = {name: TYPED[name] for name in ("source", "kind", "difficulty")}
    page = clerk.post(URL, given | rest)
    case = Dispute.objects.get()
    assert (page.status_code, page.url) == (302, case.get_absolute_url())
    assert (case.office, case.owner) == (office.area, office.clerk)


def test_what_was_typed_is_kept_in_the_case(clerk):
    clerk.post(URL, TYPED | {"more_names": "李**、王二; 张三"})
    case = Dispute.objects.get()
    assert [party.name for party in case.parties.all()] == [
        "周海涛",
        "钱春梅",
        "李**",
        "王二",
        "张三",
    ]
    assert case.parties.all()[0].phone == "+8613812345678"
    assert case.parties.all()[0].side == Side.APPLICANT
    assert (case.summary, case.asked_on) == ("院墙漏水", case.registered_on)


def test_own_motion_interrupts_nothing_and_has_no_applicant(clerk):
    clerk.post(URL, TYPED | {"source": "own_motion"})
    case = Dispute.objects.get()
    assert case.asked_on is None
    assert {party.side for party in case.parties.all()} == {""}


def test_a_clerk_gives_the_case_to_a_mediator(clerk, office):
    clerk.post(URL, TYPED | {"owner": office.mediator.pk})
    assert Dispute.objects.get().owner == office.mediator


def test_a_mediator_registers_for_himself_alone(mediator, office):
    page = mediator.get(URL)
    assert "承办人</label>" not in page.content.decode()
    mediator.post(URL, TYPED | {"owner": office.clerk.pk})
    assert Dispute.objects.get().owner == office.mediator


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "请填姓名"),
        ({"matter": ""}, "请选择纠纷类型"),
        ({"matter": "war"}, "请选择"),
        ({"phone": "12"}, "电话"),
        ({"registered_on": "2099-01-01"}, "2011年至今天"),
        ({"registered_on": "31.02.2026"}, "应为日期"),
        ({"asked_on": "1999-01-01"}, "2011年至今天"),
        ({"source": "referral"}, "请选择移送单位"),
        ({"more_names": "、".join(["周"] * 400)}, "不能超过"),
        ({"summary": "长" * 5001}, "5000"),
        ({"owner": "999999"}, "请选择"),
    ],
)
def test_bad_input_is_said_at_the_field_and_nothing_is_lost(clerk, typed, words):
    page = clerk.post(URL, TYPED | typed)
    text = page.content.decode()
    assert page.status_code == 400
    assert words in text
    assert "钱春梅" in text
    assert not Dispute.objects.exists()


def test_ten_megabytes_are_refused_with_a_word(clerk):
    page = clerk.post(URL, TYPED | {"summary": "长" * 3_500_000})
    assert page.status_code in (400, 413)
    assert not Dispute.objects.exists()


def test_who_may_not_register_is_refused(bureau, office, sign_in):
    assert bureau.get(URL).status_code == 403
    assert sign_in(make_user(office.area, Role.TOWNSHIP)).post(URL, TYPED).status_code == 403


def test_the_form_takes_few_queries(clerk, office, queries):
    clerk.get(URL)
    assert len(queries(lambda: clerk.get(URL))) <= 14
