from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.deadlines import limitation_of
from fengqiao.duties.disputes.enums import Source, State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.workflow.refusals import NotNow, Unmet

ENTRUSTED = {"standing": "entrusted", "name": "孙律师", "paper": "授权委托书,2026年11月2日"}


def today():
    return timezone.localdate()


def do(case, act, by, /, **given):
    done = actions.act(case=case, name=act, given={"on": today(), **given}, by=by)
    return Dispute.objects.get(pk=done.pk)


def represent(case, by, /, **given):
    parties = list(case.parties.all())[:1]
    return do(case, "represent", by, **{"parties": parties, **ENTRUSTED, **given})


def mediating(case, by):
    accept(case, by)
    return do(case, "start", by, rights_told=True)


def test_a_child_is_spoken_for_by_its_legal_representative(office):
    child = {"name": "周小", "born_on": date(2020, 1, 1)}
    case = made(office.area, office.clerk, parties=[child, {"name": "钱梅"}])
    with pytest.raises(Unmet, match="法定代理人"):
        accept(case, office.clerk)
    case = represent(case, office.clerk, standing="legal", name="周明", relation="父亲", paper="")
    assert case.representatives.get().may_agree
    assert accept(case, office.clerk).state == State.ACCEPTED


@pytest.mark.parametrize("standing", ["entrusted", "elected"])
def test_who_is_not_so_by_law_shows_a_paper(office, case, standing):
    with pytest.raises(Unmet, match="第一百六十五条"):
        represent(case, office.clerk, standing=standing, paper=" ")


def test_only_who_is_elected_speaks_for_several(office, case):
    both = {"parties": list(case.parties.all())}
    with pytest.raises(Unmet, match="推选的代表人"):
        represent(case, office.clerk, **both)
    represent(case, office.clerk, **both, standing="elected")
    assert case.representatives.count() == 2


def test_nobody_speaks_for_a_party_of_another_case(office, case):
    other = made(office.area, office.clerk)
    for parties in ([], list(other.parties.all())[:1]):
        with pytest.raises(Unmet, match="哪一方"):
            represent(case, office.clerk, parties=parties)


def test_who_may_not_agree_leaves_that_to_the_party_itself(office, case):
    case = represent(mediating(case, office.clerk), office.clerk)
    agreed = {"form": "oral", "agreement": "各修各的"}
    with pytest.raises(Unmet, match="没有达成协议的权限"):
        do(case, "agree", office.clerk, **agreed)
    assert do(case, "agree", office.clerk, **agreed, in_person=True).state == State.AGREED


def test_who_may_agree_agrees(office, case):
    case = represent(mediating(case, office.clerk), office.clerk, may_agree=True)
    done = do(case, "agree", office.clerk, form="oral", agreement="各修各的")
    assert done.state == State.AGREED


def test_who_no_longer_speaks_for_a_party_hinders_nothing(office, case):
    with pytest.raises(NotNow):
        do(case, "unrepresent", office.clerk, reason="解除委托")
    case = represent(mediating(case, office.clerk), office.clerk)
    row = case.representatives.get()
    with pytest.raises(Unmet, match="理由"):
        do(case, "unrepresent", office.clerk, representative=row)
    case = do(case, "unrepresent", office.clerk, representative=row, reason="解除委托")
    assert case.representatives.get().ended_on == today()
    done = do(case, "agree", office.clerk, form="oral", agreement="各修各的")
    assert done.state == State.AGREED


@pytest.mark.parametrize("who", ["stranger", "bureau", "other_mediator"])
def test_who_does_not_handle_the_case_names_nobody(office, case, who):
    with pytest.raises(PermissionDenied):
        represent(case, getattr(office, who))


def test_page_and_forms_name_show_and_end_a_representative(clerk, bureau, office, case):
    mediating(case, office.clerk)
    url, party = case.get_absolute_url(), case.parties.first().pk
    typed = {
        "on": today().isoformat(),
        "standing": "entrusted",
        "parties": [party],
        "name": "孙律师",
        "phone": "138 1234 0000",
    }
    page = clerk.post(f"{url}do/represent/", typed)
    assert page.status_code == 400
    assert "第一百六十五条" in page.content.decode()
    typed |= {"paper": "授权委托书", "relation": "律师"}
    assert clerk.post(f"{url}do/represent/", typed).status_code == 302
    shown = clerk.get(url).content.decode()
    for words in ("委托代理人 孙**", "律师", "授权委托书", "没有达成协议的权限"):
        assert words in shown
    assert "孙律师" not in shown
    assert "孙律师" in clerk.post(f"{url}open/").content.decode()
    assert "当事人本人已经签名" in clerk.get(f"{url}do/agree/").content.decode()
    assert "孙" not in bureau.get(url).content.decode()
    row = case.representatives.get().pk
    typed = {"representative": row, "on": today().isoformat(), "reason": "解除委托"}
    assert clerk.post(f"{url}do/unrepresent/", typed).status_code == 302
    assert "委托代理人 孙**" not in clerk.get(url).content.decode()


def test_the_telephone_of_a_representative_stands_encrypted(office, case):
    represent(case, office.clerk, phone="+8613812340000")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM disputes_representative")
        assert cursor.fetchone()[0].startswith("sm4:")


def test_how_to_reach_a_party_safely_is_seen_and_not_printed(clerk, office, case):
    url, party = case.get_absolute_url(), case.parties.first()
    typed = {"name": party.name, "safe_contact": "只在白天打,不发短信"}
    page = clerk.post(f"{url}parties/{party.pk}/", {"seen": case.version, **typed})
    assert page.status_code == 302
    shown = clerk.get(url).content.decode()
    line = next(line for line in shown.splitlines() if "只在白天打" in line)
    assert "d-print-none" in line
    assert "只在白天打" not in str([event.said for event in case.events.all()])


def test_limitation_is_counted_anew_from_the_request(clerk, office):
    asked = today() - timedelta(days=2)
    case = made(office.area, office.clerk, registered_on=asked, asked_on=asked)
    found = limitation_of(case)
    assert (found.years, found.cite) == (3, "《民法典》第一百八十八条")
    assert found.due >= asked.replace(year=asked.year + 3, day=min(asked.day, 28))
    assert found.due.isoformat() in clerk.get(case.get_absolute_url()).content.decode()


def test_where_nobody_asked_nothing_is_interrupted(office):
    case = made(office.area, office.clerk, source=Source.OWN_MOTION)
    assert limitation_of(case) is None
