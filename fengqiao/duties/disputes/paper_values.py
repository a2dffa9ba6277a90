"""What stands on the papers of a dispute: texts by the names that a Word template may ask for. Nothing is
taken from a private talk."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fengqiao.duties.disputes.agreement import text
from fengqiao.duties.disputes.enums import PEOPLES_LAW, Side, Standing, State
from fengqiao.duties.disputes.models import Dispute, Party, Representative, Session
from fengqiao.kernel.documents.layouts import Values
from fengqiao.lib import phones, resident_id
from fengqiao.lib.faults import InputRefused

CASE_NAMES = (
    *("案号", "文号", "类别", "调解类别", "纠纷类型", "难易程度", "来源", "司法所", "调解组织"),
    *("承办人", "当事人", "申请方", "对方", "简要情况", "申请事项", "登记日期", "受理日期"),
    *("开始日期", "结案日期", "日期", "自愿声明", "受理须知", "途径依据"),
)
ENDING_NAMES = (
    *(*CASE_NAMES, "理由", "不予受理的原因", "受理情况", "终结的原因", "协议内容", "协议形式"),
    *("生效日期", "涉及金额", "份数", "处理结果"),
)
SESSION_NAMES = (*CASE_NAMES, "时间", "方式", "地点", "参加人", "记录内容", "结果")
TALK_NAMES = (*CASE_NAMES, "时间", "地点", "参加人", "被调查人", "记录内容", "调查人")
SEXES = {resident_id.MALE: "男", resident_id.FEMALE: "女"}


def of_case(case: Dispute, event: Any) -> Values:
    """What most papers need."""
    parties = list(case.parties.all())
    on = event.on if event else case.latest_on
    return {
        "案号": case.number,
        "文号": case.number,
        **of_kind(case),
        "调解类别": case.get_kind_display(),
        "纠纷类型": case.get_matter_display(),
        "难易程度": case.get_difficulty_display(),
        "来源": _source(case),
        "司法所": str(case.office),
        "调解组织": body_of(case),
        "承办人": case.owner_name,
        "当事人": "、".join(party.name for party in parties),
        **_sides(case, parties, on, {}),
        "简要情况": case.summary,
        "申请事项": case.request,
        "登记日期": day(case.registered_on),
        "受理日期": day(case.accepted_on),
        "开始日期": day(case.started_on),
        "结案日期": day(case.ended_on),
        "日期": day(on),
    }


def of_kind(case: Dispute) -> dict[str, str]:
    """What the kind of mediation alone says."""
    return {
        "类别": "人民调解" if case.kind in PEOPLES_LAW else "行政调解",
        "自愿声明": _will(case),
        "受理须知": _told(case),
        "途径依据": "(《人民调解法》第二十六条)" if case.kind in PEOPLES_LAW else "",
    }


def of_ending(case: Dispute, event: Any) -> Values:
    """What was decided, and why."""
    said = event.said if event else {}
    reason = said.get(_("理由")) or said.get(_("说明")) or ""
    accepted = _("已于%s受理") % day(case.accepted_on) if case.accepted_on else _("尚未受理")
    return {
        **of_case(case, event),
        "理由": reason,
        "不予受理的原因": case.get_ground_display(),
        "受理情况": accepted,
        "终结的原因": ENDINGS.get(State(case.state), ""),
        "协议内容": text(case),
        "协议形式": case.get_agreement_form_display(),
        "生效日期": day(case.effective_on),
        "涉及金额": f"{case.amount:,.2f}元" if case.amount is not None else "",
        "份数": "",
        "处理结果": _result(case, reason),
    }


ENDINGS = {
    State.FAILED: "双方未能达成协议",
    State.REFUSED: "有当事人明确拒绝调解",
    State.WITHDRAWN: "申请人撤回申请",
}


def of_session(case: Dispute, event: Any) -> Values:
    """The meeting that the act has just recorded."""
    held = last_session(case)
    return {
        **of_case(case, event),
        "时间": day(held.held_on),
        "方式": held.get_way_display(),
        "地点": held.place,
        "参加人": held.present,
        "记录内容": held.record,
        "结果": "",
    }


def of_talk(case: Dispute, event: Any) -> Values:
    """An inquiry: what was asked is typed when the paper is made, or written by hand."""
    names = ("时间", "地点", "参加人", "被调查人", "记录内容")
    return {**of_case(case, event), **dict.fromkeys(names, ""), "调查人": case.owner_name}


def last_session(case: Dispute) -> Session:
    return Session.objects.filter(dispute=case).latest("pk")


def body_of(case: Dispute) -> str:
    """Who mediates, as it stands on the seal."""
    if case.kind not in PEOPLES_LAW:
        return str(case.office)
    if case.body is None:
        return "人民调解委员会"
    return (case.body.parent or case.body).name  # a studio has no seal of its own


def day(value: date | None) -> str:
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def _source(case: Dispute) -> str:
    source = case.get_source_display()
    return f"{source}({case.get_referrer_display()})" if case.referrer else source


def sides(case: Dispute, more: Mapping[int, list[str]]) -> dict[str, str]:
    """Both sides, with what was typed of some parties for one paper alone."""
    return _sides(case, list(case.parties.all()), case.latest_on, more)


def _sides(
    case: Dispute, parties: list[Party], on: date, more: Mapping[int, list[str]]
) -> dict[str, str]:
    """A line for each party; who has no side stands with the applicants if first, else opposite."""
    speakers = [one for one in case.representatives.all() if _speaks(one, on)]
    lines: dict[str, list[str]] = {Side.APPLICANT: [], Side.OTHER: []}
    for number, party in enumerate(parties):
        own = [one for one in speakers if one.party_id == party.pk]
        side = party.side or (Side.OTHER if number else Side.APPLICANT)
        lines[side].append(_about(party, on, more.get(party.pk, []), own))
    return {"申请方": "\n".join(lines[Side.APPLICANT]), "对方": "\n".join(lines[Side.OTHER])}


def _speaks(one: Representative, on: date) -> bool:
    return one.since <= on and (one.ended_on is None or one.ended_on > on)


def _about(party: Party, on: date, more: list[str], speakers: list[Representative]) -> str:
    named = [one.name for one in speakers if one.standing == Standing.LEGAL]
    guardian = party.guardian if party.guardian not in named else ""
    parts = [
        party.name,
        _sex(party),
        _("%s岁") % resident_id.age_on(party.born_on, on) if party.born_on else "",
        *more,
        _("证件号码%s") % party.id_number if party.id_number else "",
        _("电话%s") % phones.spoken(party.phone) if party.phone else "",
        _("住址%s") % party.address if party.address else "",
        _("法定代理人%s") % guardian if guardian else "",
        *(_spoken_for(one) for one in speakers),
    ]
    return ",".join(part for part in parts if part)


def _spoken_for(one: Representative) -> str:
    """委托代理人王明(律师)."""
    relation = f"({one.relation})" if one.relation else ""
    return f"{one.get_standing_display()}{one.name}{relation}"


def _sex(party: Party) -> str:
    try:
        return SEXES[resident_id.read(party.id_number).sex] if party.id_number else ""
    except InputRefused:
        return ""


def _will(case: Dispute) -> str:
    if case.kind in PEOPLES_LAW:
        return (
            "申请人自愿申请人民调解委员会调解,已知晓人民调解不收取任何费用(《人民调解法》第四条),"
            "可以接受、拒绝或者要求终止调解(《人民调解法》第二十三条)。"
        )
    return "申请人自愿申请调解,可以接受、拒绝或者要求终止调解。"


def _told(case: Dispute) -> str:
    if case.kind in PEOPLES_LAW:
        return (
            "调解不收取任何费用(《人民调解法》第四条)。权利义务见所附《人民调解权利义务告知书》。"
            "不因调解而影响你们依法通过仲裁、行政、司法等途径维护自己的权利(《人民调解法》第三条)。"
        )
    return "调解自愿。不愿继续的,可以随时提出,并可以依法通过仲裁、行政、司法等途径维护自己的权利。"


def _result(case: Dispute, reason: str) -> str:
    state = case.get_state_display()
    if case.agreement_form:
        form = case.get_agreement_form_display()
        return _("%(state)s,达成%(form)s协议,自%(day)s起生效。\n%(words)s") % {
            "state": state,
            "form": form,
            "day": day(case.effective_on),
            "words": case.agreement,
        }
    return f"{state}。{reason}" if state else ""
