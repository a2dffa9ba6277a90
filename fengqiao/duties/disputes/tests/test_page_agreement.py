from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.agreement import text
from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import accept, drafted
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.workflow.offers import offers
from fengqiao.kernel.workflow.refusals import NotNow, Unmet
from fengqiao.registers.people.tests.made import make_user

SIGNED = ("signed_on", "mediator_signed_on", "sealed_on")


def today():
    return timezone.localdate()


def do(case, name, by, **given):
    return actions.act(case=case, name=name, given={"on": today(), **given}, by=by)


@pytest.fixture
def begun(office, case):
    accept(case, office.clerk)
    return do(case, "start", office.clerk, rights_told=True)


@pytest.fixture
def url(begun):
    return f"{begun.get_absolute_url()}agreement/"


def written(begun, by, **days):
    signed = dict.fromkeys(SIGNED, today()) | days
    return do(begun, "agree", by, form="written", **signed)


def typed(case, *rows, **head):
    """What the form sends."""
    debtor, creditor = case.parties.all()
    sent = {"seen": case.version, "rows-TOTAL_FORMS": len(rows), "rows-INITIAL_FORMS": 0, **head}
    for place, row in enumerate(rows):
        sound = {
            "subject": "money",
            "debtor": creditor.pk,
            "creditor": debtor.pk,
            "what": "木料款",
            "amount": "2000",
            "due_on": (today() + timedelta(days=30)).isoformat(),
            "way": "现金",
        }
        sent |= {f"rows-{place}-{name}": value for name, value in {**sound, **row}.items()}
    return sent


def test_rows_become_a_text_that_is_frozen_when_it_is_agreed(clerk, office, begun, url):
    assert clerk.get(url).status_code == 200
    page = clerk.post(url, typed(begun, {}, {"subject": "abstain", "what": "漏水", "amount": ""}))
    assert (page.status_code, page.url) == (302, url)
    shown = clerk.get(url).content.decode()
    assert "停止漏水" in shown
    assert "周海涛" not in shown
    begun.refresh_from_db()
    done = written(begun, office.clerk)
    assert done.state == State.AGREED
    assert done.amount == 2000
    assert "钱春梅" in done.agreement
    assert text(done) == done.agreement
    case_page = clerk.get(done.get_absolute_url()).content.decode()
    assert "贰仟元整" in case_page
    assert "钱春梅" not in case_page
    assert clerk.get(url).status_code == 302
    assert clerk.post(url, typed(done, {})).status_code == 400


def test_instalments_are_typed_a_line_each(clerk, begun, url):
    days = [(today() + timedelta(days=n)).isoformat() for n in (10, 30)]
    lines = f"{days[0]} 500\n{days[1]} 1,500元\n"
    assert clerk.post(url, typed(begun, {"parts": lines})).status_code == 302
    parts = begun.obligations.get().instalments.values_list("amount", flat=True)
    assert list(parts) == [500, 1500]
    assert f"{days[0]} 500.00" in clerk.get(url).content.decode()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"amount": "两千"}, "数字"),
        ({"amount": "-5"}, "0"),
        ({"due_on": "2026-02-30"}, "应为日期"),
        ({"parts": "2026-02-30 500"}, "第1行应为日期和金额"),
        ({"parts": "2026-12-01 500\n下月"}, "第2行应为日期和金额"),
        ({"parts": "2026-12-01 1e999"}, "第1行应为日期和金额"),
        ({"debtor": "other"}, "请写明姓名或者名称"),
        ({"debtor_name": "孙某"}, "请选“不是本件当事人”"),
        ({"debtor": "999999"}, "选择"),
        ({"subject": "sung"}, "选择"),
        ({"what": "长" * 1001}, "1000"),
    ],
)
def test_a_slip_is_said_at_its_field_and_no_row_is_lost(clerk, begun, url, row, words):
    page = clerk.post(url, typed(begun, {"what": "第一笔款"}, row, facts="院墙漏水的事实"))
    shown = page.content.decode()
    assert page.status_code == 400
    for kept in (words, "第一笔款", "院墙漏水的事实"):
        assert kept in shown
    assert not begun.obligations.exists()


def test_the_same_person_on_both_sides_is_refused(clerk, begun, url):
    first = begun.parties.first().pk
    page = clerk.post(url, typed(begun, {"debtor": first, "creditor": first}))
    assert "不能是同一个人" in page.content.decode()


def test_one_more_row_keeps_what_was_typed_and_saves_nothing(clerk, begun, url):
    sent = typed(begun, {"what": "第一笔款", "due_on": "乱写"}, extra="其他话", more="")
    page = clerk.post(url, sent)
    shown = page.content.decode()
    assert page.status_code == 200
    for kept in ("第一笔款", "其他话", "乱写", 'name="rows-1-what"'):
        assert kept in shown
    assert 'name="rows-2-what"' not in shown
    assert not begun.obligations.exists()


def test_a_row_is_struck_out_even_where_it_is_wrong(clerk, begun, url):
    sent = typed(begun, {}, {"amount": "乱写", "DELETE": "on"})
    assert clerk.post(url, sent).status_code == 302
    assert begun.obligations.count() == 1


def test_without_a_row_nothing_is_kept(clerk, begun, url):
    sent = {"seen": begun.version, "rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0}
    page = clerk.post(url, sent | {"rows-0-subject": "money"})
    assert page.status_code == 400
    assert "请至少写一项" in page.content.decode()


@pytest.mark.parametrize("count", ["", "x", "99999", "-1"])
def test_a_form_that_was_tampered_with_is_no_error(clerk, begun, url, count):
    sent = typed(begun, {}) | {"rows-TOTAL_FORMS": count}
    assert clerk.post(url, sent).status_code == 400
    assert clerk.post(url, sent | {"more": ""}).status_code == 200


def test_who_comes_second_is_told_and_keeps_his_rows(clerk, begun, office, url):
    sent = typed(begun, {"what": "第一笔款"})
    drafted(begun, office.director)
    page = clerk.post(url, sent)
    assert page.status_code == 400
    for shown in (office.director.name, "第一笔款", f'name="seen" value="{begun.version + 1}"'):
        assert shown in page.content.decode()


def test_what_must_be_mended_shuts_the_agreement_and_says_so(clerk, office, begun, url):
    clerk.post(url, typed(begun, {"way": "", "subject": "status", "amount": ""}))
    shown = clerk.get(url).content.decode()
    assert "必须改正" in shown
    assert "第三百五十五条" in shown
    begun.refresh_from_db()
    offer = {one.act: one for one in offers(PROCEDURE, begun, office.clerk)}["agree"]
    assert "协议体检" in offer.why_not
    with pytest.raises(Unmet, match="协议体检"):
        written(begun, office.clerk)
    assert "协议体检" in clerk.get(begun.get_absolute_url()).content.decode()


def test_nothing_is_due_before_it_is_signed(office, begun):
    begun = drafted(begun, office.clerk, due_on=today())
    early = {"signed_on": today() + timedelta(days=1)}
    with pytest.raises(Unmet, match="签名"):
        written(begun, office.clerk, **early)
    assert written(begun, office.clerk).state == State.AGREED


def test_what_is_agreed_stands_encrypted(office, begun):
    drafted(begun, office.clerk, condition="修好之后", way="转账到账户6222")
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, condition, way FROM disputes_obligation")
        assert all(value.startswith("sm4:") for value in cursor.fetchone())


def test_an_agreement_taken_back_is_drafted_again(office, begun):
    done = written(drafted(begun, office.clerk), office.clerk)
    with pytest.raises(NotNow):
        drafted(done, office.clerk)
    actions.take_back(case=done, reason="写错了数额", by=office.clerk)
    again = drafted(Dispute.objects.get(pk=done.pk), office.clerk, what="新的款项")
    assert "新的款项" in written(again, office.clerk).agreement


def test_an_oral_one_may_be_made_of_rows_too(clerk, office, begun):
    drafted(begun, office.clerk, at_once=True, due_on=None)
    agree = f"{begun.get_absolute_url()}do/agree/"
    shown = clerk.get(agree).content.decode()
    assert "当场向周**支付" in shown
    assert 'name="agreement"' not in shown
    page = clerk.post(agree, {"on": today().isoformat(), "form": "oral"})
    assert page.status_code == 302
    begun.refresh_from_db()
    assert begun.effective_on == today()


@pytest.mark.parametrize("who", ["stranger", "bureau", "other_mediator"])
def test_who_does_not_handle_the_case_drafts_nothing(office, begun, url, who, sign_in):
    with pytest.raises(PermissionDenied):
        drafted(begun, getattr(office, who))
    client = sign_in(getattr(office, who))
    assert client.get(url).status_code == (403 if who == "bureau" else 404)
    township = sign_in(make_user(office.area, Role.TOWNSHIP))
    assert township.post(url).status_code == 403


def test_a_bureau_reads_nothing_of_it(bureau, office, begun):
    drafted(begun, office.clerk)
    assert "木料" not in bureau.get(begun.get_absolute_url()).content.decode()


def test_pages_take_as_many_queries_for_many_rows(clerk, office, begun, url, queries):
    case_url = begun.get_absolute_url()
    clerk.post(url, typed(begun, {}))
    for page in (url, case_url):
        clerk.get(page)
    few = [len(queries(lambda page=page: clerk.get(page))) for page in (url, case_url)]
    begun.refresh_from_db()
    clerk.post(url, typed(begun, *({"parts": f"{today()} 2000"} for _ in range(6))))
    many = [len(queries(lambda page=page: clerk.get(page))) for page in (url, case_url)]
    assert many == few
