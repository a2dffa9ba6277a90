"""What each act writes into the case, and what the timeline keeps of what was given."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.enums import Ground, Screening, Way
from fengqiao.duties.disputes.models import Dispute, Party
from fengqiao.kernel.workflow.tables import Given, Said


def register(case: Dispute, given: Given) -> Said:
    return {_("来源"): case.get_source_display(), _("承办人"): case.owner.name}


def accept(case: Dispute, given: Given) -> Said:
    case.accepted_on = given["on"]
    violence = given.get("violence")
    return {
        _("家庭暴力"): Screening(violence).label if violence else "",
        _("已告知受害人"): _("是") if given.get("victim_told") else "",
        _("已向公安机关报案"): _("是") if given.get("reported") else "",
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


def tell(case: Dispute, given: Given) -> Said:
    case.told_on, case.told_by = given["on"], given["way"]
    return {_("方式"): Way(given["way"]).label, _("说明"): given.get("words", "")}


def hand_over(case: Dispute, given: Given) -> Said:
    before, case.owner = case.owner, given["to"]
    return {
        _("原承办人"): before.name,
        _("现承办人"): case.owner.name,
        _("理由"): given["reason"],
    }


def amend(case: Dispute, given: Given) -> Said:
    """What was written down at first is completed or set right; the timeline names columns."""
    names = ("matter", "difficulty", "summary", "request")
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


def _labels(model: type[Model], names: list[str]) -> str:
    return "、".join(str(model._meta.get_field(name).verbose_name) for name in names)  # type: ignore[union-attr]
