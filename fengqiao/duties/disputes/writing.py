"""What each act writes into the case, and what the timeline keeps of what was given."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.agreement import draft_of, lines
from fengqiao.duties.disputes.agreement.keeping import keep
from fengqiao.duties.disputes.enums import AgreementForm, Ground, Screening, Standing, Way
from fengqiao.duties.disputes.handling import mediator_in
from fengqiao.duties.disputes.models import Dispute, Party, Representative, Session
from fengqiao.duties.disputes.transferring import lapse
from fengqiao.kernel.workflow.tables import Given, Said


def register(case: Dispute, given: Given) -> Said:
    return {_("来源"): case.get_source_display(), _("承办人"): case.owner_name}


def accept(case: Dispute, given: Given) -> Said:
    case.accepted_on = given["on"]
    violence = given.get("violence")
    return {
        _("家庭暴力"): Screening(violence).label if violence else "",
        _("已告知受害人"): _("是") if given.get("victim_told") else "",
        _("说明"): given.get("words", ""),
    }


def decline(case: Dispute, given: Given) -> Said:
    case.ended_on, case.ground = given["on"], given["ground"]
    return {_("原因"): Ground(given["ground"]).label, _("理由"): given["reason"]}


def refuse(case: Dispute, given: Given) -> Said:
    case.ended_on = given["on"]
    return {_("哪一方"): given.get("who", ""), _("说明"): given.get("words", "")}


def withdraw(case: Dispute, given: Given) -> Said:
    case.ended_on = given["on"]
    return {_("理由"): given["reason"]}


def start(case: Dispute, given: Given) -> Said:
    case.started_on = given["on"]
    return {_("说明"): given.get("words", "")}


def session(case: Dispute, given: Given) -> Said:
    """What was said stands in the record alone."""
    names = ("way", "place", "present", "record", "private")
    values = {name: given[name] for name in names if name in given}
    held = Session.objects.create(dispute=case, held_on=given["on"], **values)
    return {
        _("方式"): held.get_way_display(),
        _("单独谈话"): _("是") if held.private else "",
    }


def agree(case: Dispute, given: Given) -> Said:
    """In force: a written one from the last of its signatures and its seal, an oral one at once."""
    case.ended_on, case.agreement_form = given["on"], given["form"]
    draft = draft_of(case)
    if draft.duties:
        case.agreement, case.amount = "\n".join(lines(case)), draft.sum or None
    else:
        case.agreement, case.amount = given["agreement"], given.get("amount")
    names = ("signed_on", "mediator_signed_on", "sealed_on")
    days = [given[name] for name in names if given.get(name)]
    is_written = given["form"] == AgreementForm.WRITTEN
    case.effective_on = max(days) if is_written and days else given["on"]
    return {
        _("协议形式"): case.get_agreement_form_display(),
        _("生效日期"): case.effective_on.isoformat(),
    }


def draft(case: Dispute, given: Given) -> Said:
    """The text itself is frozen when it is agreed."""
    keep(case, given["head"], given["rows"])
    return {_("约定事项"): _("%(number)d项") % {"number": len(given["rows"])}}


def fail(case: Dispute, given: Given) -> Said:
    case.ended_on = given["on"]
    return {_("理由"): given["reason"]}


def reopen(case: Dispute, given: Given) -> Said:
    """Back to the start: everybody is asked anew whether he wants it mediated. The days before stand
    in the timeline."""
    case.reopened_on, case.owner = given["on"], given["to"]
    case.accepted_on = case.started_on = case.ended_on = case.told_on = None
    case.ground = case.told_by = ""
    case.opinions_asked = 0
    lapse(case)
    return {_("承办人"): case.owner_name, _("理由"): given["reason"]}


def extend(case: Dispute, given: Given) -> Said:
    """The engine extends the term itself."""
    return {
        _("延长"): _("%(number)s个月") % {"number": given["length"]},
        _("理由"): given["reason"],
    }


def tell(case: Dispute, given: Given) -> Said:
    case.told_on, case.told_by = given["on"], given["way"]
    return {_("方式"): Way(given["way"]).label, _("说明"): given.get("words", "")}


def hand_over(case: Dispute, given: Given) -> Said:
    before, left = case.owner_name, case.owner_id
    case.owner = given["to"]
    own = case.mediator and case.mediator.account_id == left
    case.mediator = mediator_in(case.body, case.owner) or (None if own else case.mediator)
    return {
        _("原承办人"): before,
        _("现承办人"): case.owner_name,
        _("理由"): given["reason"],
    }


def amend(case: Dispute, given: Given) -> Said:
    """What was written down at first is completed or set right; the timeline names columns."""
    names = ("matter", "difficulty", "summary", "request", "body")
    if "body" in given and given["body"] != case.body:
        case.mediator, case.chosen = mediator_in(given["body"], case.owner), ""
    changed = [name for name in names if name in given and getattr(case, name) != given[name]]
    for name in changed:
        setattr(case, name, given[name])
    return {_("栏目"): _labels(Dispute, changed)}


def party(case: Dispute, given: Given) -> Said:
    """A party is added, or what is known of one changes; the timeline names columns, no values."""
    values: dict[str, Any] = given["values"]
    row = given["party"] or Party(dispute=case)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    row.save()
    return {_("栏目"): _labels(Party, changed)}


def represent(case: Dispute, given: Given) -> Said:
    """One row for each party for which he speaks."""
    names = ("standing", "name", "relation", "phone", "paper", "may_agree")
    values = {name: given[name] for name in names if name in given}
    values["may_agree"] = given["standing"] == Standing.LEGAL or bool(given.get("may_agree"))
    made = Representative.objects.bulk_create(
        Representative(dispute=case, party=party, since=given["on"], **values)
        for party in given["parties"]
    )
    return {
        _("身份"): made[0].get_standing_display(),
        _("代理、代表"): _("%(number)d方") % {"number": len(made)},
        _("文书"): made[0].paper,
        _("可以代为达成协议"): _("是") if made[0].may_agree else _("否"),
    }


def unrepresent(case: Dispute, given: Given) -> Said:
    row: Representative = given["representative"]
    row.ended_on = given["on"]
    row.save()
    return {_("身份"): row.get_standing_display(), _("理由"): given["reason"]}


def _labels(model: type[Model], names: list[str]) -> str:
    return "、".join(str(model._meta.get_field(name).verbose_name) for name in names)  # type: ignore[union-attr]
