"""What the acts of reporting write. The rows keep what was found and answered; the timeline names
the matter, the unit and the paper."""

from django.utils.translation import gettext as _

from fengqiao.duties.disputes.alarms import alarm_of
from fengqiao.duties.disputes.dangers import Danger
from fengqiao.duties.disputes.models import Dispute, Report
from fengqiao.kernel.workflow.tables import Given, Said


def danger(case: Dispute, given: Given) -> Said:
    Report.objects.create(
        dispute=case, danger=given["danger"], found_on=given["on"], words=given["words"]
    )
    case.alarm = alarm_of(case)
    return {_("情形"): str(Danger(given["danger"]).label)}


def report(case: Dispute, given: Given) -> Said:
    row: Report = given["report"]
    row.reported_on, row.reported_at = given["on"], given.get("at")
    row.to, row.unit, row.means = given["to"], given["unit"], given["means"]
    row.paper = given.get("paper", "")
    row.save()
    case.alarm = alarm_of(case)
    return {
        _("情形"): row.get_danger_display(),
        _("报告给"): f"{row.get_to_display()} {row.unit}",
        _("方式"): row.get_means_display(),
        _("文号"): row.paper,
    }


def answer(case: Dispute, given: Given) -> Said:
    row: Report = given["report"]
    row.answered_on, row.answer = given["on"], given["answer"]
    row.save()
    case.alarm = alarm_of(case)
    return {_("情形"): row.get_danger_display()}


def mistaken(case: Dispute, given: Given) -> Said:
    row: Report = given["report"]
    row.stands, row.mistaken = False, given["reason"]
    row.save()
    case.alarm = alarm_of(case)
    return {_("情形"): row.get_danger_display(), _("理由"): given["reason"]}
