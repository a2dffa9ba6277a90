"""The questions that an act asks before it is done: each named, with one sentence for the reader.
An article stands beside it only where the rule was read in its text."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.agreement import draft_of, has_rows
from fengqiao.duties.disputes.agreement.checks import must_mend
from fengqiao.duties.disputes.alarms import harm_is_reported
from fengqiao.duties.disputes.enums import (
    PEOPLES_LAW,
    AgreementForm,
    Capacity,
    Kind,
    Matter,
    Screening,
    Standing,
)
from fengqiao.duties.disputes.handlers import handlers_of
from fengqiao.duties.disputes.models import Dispute, Representative
from fengqiao.kernel.workflow.tables import Given, Guard

TWO = 2


def is_owned_here(case: Dispute, given: Given) -> bool:
    owner = case.owner_id
    return owner is not None and handlers_of(case.office).filter(pk=owner).exists()


def has_two_parties(case: Dispute) -> bool:
    return case.parties.count() >= TWO


def is_represented(case: Dispute) -> bool:
    """MED-30: who has no full capacity acts through the legal representative."""
    spoken_for = {one.party_id for one in standing(case, Standing.LEGAL)}
    return all(party.guardian or party.pk in spoken_for for party in _without_capacity(case))


def standing(case: Dispute, *kinds: Standing) -> list[Representative]:
    """Who speaks for a party now, by these standings (none named: by any)."""
    wanted = kinds or tuple(Standing)
    rows = case.representatives.all()
    return [one for one in rows if one.ended_on is None and one.standing in wanted]


def without_authority(case: Dispute) -> list[Representative]:
    """Who speaks for a party that he may not bind by an agreement."""
    return [
        one for one in standing(case, Standing.ENTRUSTED, Standing.ELECTED) if not one.may_agree
    ]


def authority_covers_agreeing(case: Dispute, given: Given) -> bool:
    """Who may not agree for the party leaves that to the party itself."""
    return bool(given.get("in_person")) or not without_authority(case)


def speaks_for_a_party(case: Dispute, given: Given) -> bool:
    """Of this case; one who is elected may speak for several."""
    parties = given.get("parties") or []
    return bool(parties) and all(party.dispute_id == case.pk for party in parties)


def one_party_or_elected(case: Dispute, given: Given) -> bool:
    return given.get("standing") == Standing.ELECTED or len(given["parties"]) == 1


def has_authority_paper(case: Dispute, given: Given) -> bool:
    """Who is the legal representative is so by law."""
    return given.get("standing") == Standing.LEGAL or bool(str(given.get("paper", "")).strip())


def representative_stands(case: Dispute, given: Given) -> bool:
    return given.get("representative") in standing(case)


def is_spoken_for(case: Dispute) -> bool:
    return bool(standing(case))


def is_agreed_to(case: Dispute, given: Given) -> bool:
    """MED-02, MED-03: where one party clearly refuses there is no mediation."""
    return bool(given.get("consented"))


def is_nowhere_else(case: Dispute, given: Given) -> bool:
    """MED-05, not verified: nobody else has accepted or settled it."""
    return bool(given.get("nowhere_else"))


def is_screened(case: Dispute, given: Given) -> bool:
    """MED-29: before a family dispute is mediated it is asked after violence."""
    return case.matter != Matter.FAMILY or given.get("violence") in Screening.values


def victim_is_told(case: Dispute, given: Given) -> bool:
    """MED-29: police, written warning, protection order."""
    return given.get("violence") != Screening.THERE_IS or bool(given.get("victim_told"))


def violence_is_reported(case: Dispute, given: Given) -> bool:
    """PRV-07: violence where somebody has no full capacity goes to the police."""
    if given.get("violence") != Screening.THERE_IS or not _without_capacity(case):
        return True
    return harm_is_reported(case)


def has_reason(case: Dispute, given: Given) -> bool:
    return bool(str(given.get("reason", "")).strip())


def has_ground(case: Dispute, given: Given) -> bool:
    return bool(given.get("ground"))


def routes_are_told(case: Dispute, given: Given) -> bool:
    return bool(given.get("routes_told"))


def rights_are_told(case: Dispute, given: Given) -> bool:
    """MED-10, not verified in full: before mediation begins."""
    return bool(given.get("rights_told"))


def has_record(case: Dispute, given: Given) -> bool:
    return bool(str(given.get("record", "")).strip())


def has_content(case: Dispute, given: Given) -> bool:
    """MED-15, MED-17: what was agreed is written down, also where it was agreed by word of mouth."""
    return has_rows(case) or bool(str(given.get("agreement", "")).strip())


def written_is_made_of_rows(case: Dispute, given: Given) -> bool:
    """Who, to whom, what, when and how stand apart, so that they can be checked and followed up."""
    return given.get("form") != AgreementForm.WRITTEN or has_rows(case)


def nothing_must_be_mended(case: Dispute) -> bool:
    return not must_mend(draft_of(case))


def nothing_is_due_before_it_is_signed(case: Dispute, given: Given) -> bool:
    """The day of the parties' signatures, of an oral one the day on which they agreed."""
    signed = given.get("signed_on") if given.get("form") == AgreementForm.WRITTEN else given["on"]
    return not must_mend(draft_of(case, signed))


def has_obligations(case: Dispute, given: Given) -> bool:
    return bool(given.get("rows"))


def is_signed(case: Dispute, given: Given) -> bool:
    """Of a written agreement the day on which the last party signed is known."""
    return given.get("form") != AgreementForm.WRITTEN or bool(given.get("signed_on"))


def is_signed_and_sealed(case: Dispute, given: Given) -> bool:
    """MED-18: in force from the last of the parties' and the mediator's signatures and the seal."""
    if given.get("form") != AgreementForm.WRITTEN:
        return True
    return all(given.get(name) for name in ("signed_on", "mediator_signed_on", "sealed_on"))


def days_of_signing_fit(case: Dispute, given: Given) -> bool:
    """Not before the mediation began, not after the day on which it is said to have ended."""
    names = ("signed_on", "mediator_signed_on", "sealed_on")
    days = [given[name] for name in names if given.get(name)]
    first = case.started_on or case.registered_on
    return all(first <= day <= given["on"] for day in days)


def is_not_told_yet(case: Dispute) -> bool:
    return case.told_on is None


def goes_to_a_handler(case: Dispute, given: Given) -> bool:
    to = given.get("to")
    return to is not None and handlers_of(case.office).filter(pk=to.pk).exists()


def goes_to_another(case: Dispute, given: Given) -> bool:
    to = given.get("to")
    return to is not None and to.pk != case.owner_id


def _without_capacity(case: Dispute) -> list[Any]:
    day = case.registered_on
    return [one for one in case.parties.all() if one.capacity_on(day) != Capacity.FULL]


OWNED_HERE = Guard(is_owned_here, _("承办人应是该司法所能承办纠纷的同事。"))
TWO_PARTIES = Guard(has_two_parties, _("当事人不足两方,请先补齐当事人。"))
REPRESENTED = Guard(
    is_represented,
    _("有未成年或者不能完全辨认自己行为的当事人,请先登记其法定代理人"),
    _("《民法典》第十九条至第二十三条"),
)
AGREED_TO = Guard(
    is_agreed_to,
    _("各方当事人都同意调解才能受理;有一方明确拒绝的,请办理“当事人拒绝”"),
    _("《人民调解法》第十七条"),
    kinds=PEOPLES_LAW,
)
AGREED_TO_OFFICIALS = Guard(
    is_agreed_to,
    _("各方当事人都同意调解才能受理;有一方明确拒绝的,请办理“当事人拒绝”。"),
    kinds=(Kind.ADMINISTRATIVE,),
)
NOWHERE_ELSE = Guard(
    is_nowhere_else,
    _("请先核实法院、公安机关或者其他机关没有受理或者解决;已经受理的,请办理“不予受理”。"),
)
SCREENED = Guard(is_screened, _("婚姻家庭纠纷受理前,请先问清有没有家庭暴力。"))
VICTIM_TOLD = Guard(
    victim_is_told,
    _("有家庭暴力的,请先告知受害人可以报警、申请告诫书和人身安全保护令"),
    _("《反家庭暴力法》第十三条、第十六条、第二十三条"),
)
REPORTED = Guard(
    violence_is_reported,
    _(
        "无民事行为能力人、限制民事行为能力人遭受家庭暴力的,请先向公安机关报案,并办理“发现应当报告的情形”和“登记报告”"
    ),
    _("《反家庭暴力法》第十四条"),
)
WHOSE = Guard(speaks_for_a_party, _("请选择代理、代表本件哪一方当事人。"))
ONE_PARTY = Guard(one_party_or_elected, _("只有推选的代表人才能同时代表几方当事人。"))
PAPER = Guard(
    has_authority_paper,
    _("委托代理人、推选的代表人请写明授权委托书或者推选文书;授权委托书载明代理事项、权限和期限"),
    _("《民法典》第一百六十五条"),
)
STANDS = Guard(representative_stands, _("请选择一名现在的代理人、代表人。"))
AUTHORITY = Guard(
    authority_covers_agreeing,
    _("有代理人、代表人没有达成协议的权限,请由当事人本人签名,或者补交写明这项权限的授权委托书"),
    _("《民法典》第一百六十五条"),
)
REASON = Guard(has_reason, _("请写明理由。"))
GROUND = Guard(has_ground, _("请选择不予受理的原因。"))
ROUTES_TOLD = Guard(
    routes_are_told, _("请先告知当事人可以通过仲裁、行政、司法等途径维护自己的权利。")
)
ROUTES_TOLD_BY_LAW = Guard(
    routes_are_told,
    _("调解不成的,请先告知当事人可以通过仲裁、行政、司法等途径维护自己的权利"),
    _("《人民调解法》第二十六条"),
    kinds=PEOPLES_LAW,
)
ROUTES_TOLD_OFFICIALLY = Guard(
    routes_are_told,
    _("调解不成的,请先告知当事人可以通过仲裁、行政、司法等途径维护自己的权利。"),
    kinds=(Kind.ADMINISTRATIVE,),
)
AGREED_TO_LONGER = Guard(is_agreed_to, _("各方当事人都同意,才能延长。"))
RIGHTS_TOLD = Guard(
    rights_are_told, _("请先告知各方当事人调解的性质、原则、效力和他们的权利义务。")
)
RECORD = Guard(has_record, _("请写明这次调解的情况。"))
OBLIGATIONS = Guard(has_obligations, _("请至少写一项:谁向谁做什么。"))
MADE_OF_ROWS = Guard(
    written_is_made_of_rows,
    _("书面协议请先办理“起草协议”,逐项写明谁向谁做什么、什么时候、怎样履行。"),
)
SOUND = Guard(nothing_must_be_mended, _("协议体检有必须改正的问题,请先在“起草协议”里改正。"))
DUE_LATER = Guard(
    nothing_is_due_before_it_is_signed,
    _("协议里有的履行日期早于签名的日期,请在“起草协议”里改正,或者核对签名的日期。"),
)
CONTENT = Guard(has_content, _("请写明达成的协议内容;口头协议也要记录。"))
SIGNED = Guard(is_signed, _("书面协议请填各方当事人签名的日期。"), kinds=(Kind.ADMINISTRATIVE,))
SEALED = Guard(
    is_signed_and_sealed,
    _("书面协议自各方当事人签名、调解员签名并加盖调解委员会印章之日起生效,请填齐三个日期"),
    _("《人民调解法》第二十九条"),
    kinds=PEOPLES_LAW,
)
SIGNED_IN_TIME = Guard(
    days_of_signing_fit, _("签名、盖章的日期应在开始调解之后、结案日期之前或者当天。")
)
NOT_TOLD_YET = Guard(is_not_told_yet, _("已经登记过告知。"))
TO_HANDLER = Guard(goes_to_a_handler, _("只能移交给本所能承办纠纷的同事。"))
TO_ANOTHER = Guard(goes_to_another, _("这件纠纷已经由这位同事承办。"))
