"""What stands between a found danger and the end of a case (PRV-07, MED-13)."""

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import alarms
from fengqiao.duties.disputes.dangers import Alarm, Danger, Recipient
from fengqiao.duties.disputes.enums import PEOPLES_LAW, Kind
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.workflow.tables import Given, Guard

BY_MINORS_LAW = _("《未成年人保护法》第十一条")
BY_VIOLENCE_LAW = _("《反家庭暴力法》第十四条")
BY_MEDIATION_LAW = _("《人民调解法》第二十五条")


def harm_to_a_minor_is_reported(case: Dispute) -> bool:
    return not alarms.due(case, Danger.MINOR)


def violence_against_the_weak_is_reported(case: Dispute) -> bool:
    return not alarms.due(case, Danger.VIOLENCE)


def offence_is_reported(case: Dispute) -> bool:
    return not alarms.due(case, Danger.OFFENCE)


def reports_are_answered(case: Dispute) -> bool:
    return case.alarm != Alarm.WAITING and not alarms.waiting(case)


def has_danger(case: Dispute, given: Given) -> bool:
    return given.get("danger") in Danger.values


def says_what_was_found(case: Dispute, given: Given) -> bool:
    return bool(str(given.get("words", "")).strip())


def report_is_due(case: Dispute, given: Given) -> bool:
    return given.get("report") in alarms.due(case)


def report_is_waiting(case: Dispute, given: Given) -> bool:
    return given.get("report") in alarms.waiting(case)


def goes_to_police(case: Dispute, given: Given) -> bool:
    """Of violence the police alone are named."""
    return given["report"].danger != Danger.VIOLENCE or given.get("to") == Recipient.POLICE


def goes_where_minors_are_protected(case: Dispute, given: Given) -> bool:
    named = (Recipient.POLICE, Recipient.CIVIL_AFFAIRS, Recipient.EDUCATION)
    return given["report"].danger != Danger.MINOR or given.get("to") in named


def says_to_whom(case: Dispute, given: Given) -> bool:
    return given.get("to") in Recipient.values and bool(str(given.get("unit", "")).strip())


def reported_after_found(case: Dispute, given: Given) -> bool:
    return bool(given["on"] >= given["report"].found_on)


def answered_after_reported(case: Dispute, given: Given) -> bool:
    return bool(given["on"] >= given["report"].reported_on)


def has_answer(case: Dispute, given: Given) -> bool:
    return bool(str(given.get("answer", "")).strip())


def owes_a_report(case: Dispute) -> bool:
    """Whether the act of reporting is drawn at all."""
    return case.alarm == Alarm.DUE


def owes_an_answer(case: Dispute) -> bool:
    return bool(alarms.waiting(case))


OFFENCE_UNREPORTED = _(
    "本件有可能引起治安案件、刑事案件,请先向公安机关或者其他有关部门报告,并办理“登记报告”"
)
# In the order in which they are said; each end of a case needs them all.
NOTHING_OWED = (
    Guard(
        harm_to_a_minor_is_reported,
        _("未成年人受到侵害或者面临危险,请先立即向公安、民政、教育等部门报告,并办理“登记报告”"),
        BY_MINORS_LAW,
    ),
    Guard(
        violence_against_the_weak_is_reported,
        _("无民事行为能力人、限制民事行为能力人遭受家庭暴力,请先向公安机关报案,并办理“登记报告”"),
        BY_VIOLENCE_LAW,
    ),
    Guard(offence_is_reported, OFFENCE_UNREPORTED, BY_MEDIATION_LAW, PEOPLES_LAW),
    Guard(
        offence_is_reported,
        _("本件有可能引起治安案件、刑事案件,请先向公安机关报告,并办理“登记报告”。"),
        kinds=(Kind.ADMINISTRATIVE,),
    ),
    Guard(reports_are_answered, _("已经报告,还没有答复;收到答复并办理“登记答复”后才能结案。")),
)
DANGER = Guard(has_danger, _("请选择是哪一种情形。"))
FOUND = Guard(says_what_was_found, _("请写明发现的情况。"))
DUE = Guard(report_is_due, _("请选择一项还没有报告的情形。"))
TO_WHOM = Guard(says_to_whom, _("请写明报告给哪个部门、哪个单位和接报人。"))
TO_POLICE = Guard(
    goes_to_police,
    _("无民事行为能力人、限制民事行为能力人遭受家庭暴力的,应当向公安机关报案"),
    BY_VIOLENCE_LAW,
)
TO_PROTECTORS = Guard(
    goes_where_minors_are_protected,
    _("未成年人受到侵害或者面临危险的,向公安、民政、教育等部门报告"),
    BY_MINORS_LAW,
)
IN_ORDER = Guard(reported_after_found, _("报告日期不能早于发现的日期。"))
WAITING = Guard(report_is_waiting, _("请选择一项还没有答复的报告。"))
ANSWER = Guard(has_answer, _("请写明答复的内容。"))
ANSWERED_LATER = Guard(answered_after_reported, _("答复日期不能早于报告日期。"))
