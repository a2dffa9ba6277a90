"""An assessment is written by one person, approved by another, and looked at again every year."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.holders import holders
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.protection.enums import AssessmentState
from fengqiao.registers.protection.models import Assessment
from fengqiao.registers.protection.permissions import APPROVE

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

RULE, TERM = "KEP-03", "protection.review"
TEXTS = (
    "title",
    "kinds",
    "processing",
    "purpose",
    "ground",
    "necessity",
    "risks",
    "measures",
    "risk",
)


@transaction.atomic
def write(
    *, area: Area, by: "User", replaces: Assessment | None = None, **texts: Any
) -> Assessment:
    """A first edition, or the next one of an approved assessment, which stays in force meanwhile."""
    if replaces is not None:
        replaces = _locked(replaces, AssessmentState.APPROVED)
        if Assessment.objects.filter(replaces=replaces).exists():
            raise InputRefused(_("已有一份新版待批准。"))
    made = Assessment.objects.create(
        area=area, replaces=replaces, written_by=by, written_on=timezone.localdate(), **texts
    )
    record("protection.assessed", by=by, subject=made, area=area)
    _tell_approvers(made, by)
    return made


@transaction.atomic
def rewrite(*, assessment: Assessment, by: "User", **texts: Any) -> None:
    """Before it is approved; who changed it last answers for it."""
    found = _locked(assessment, AssessmentState.DRAFT)
    for name, value in texts.items():
        setattr(found, name, value)
    found.written_by, found.written_on, found.returned = by, timezone.localdate(), ""
    found.save()
    record("protection.assessed_again", by=by, subject=found, area=found.area)
    _tell_approvers(found, by)


@transaction.atomic
def approve(*, assessment: Assessment, by: "User") -> None:
    """By somebody else than wrote it; the edition before is replaced, and the year begins."""
    found = _locked(assessment, AssessmentState.DRAFT)
    if found.written_by_id == by.pk:
        raise InputRefused(_("评估人不能批准自己的评估,请另一位有权限的同志批准。"))
    today = timezone.localdate()
    if found.replaces:
        former = _locked(found.replaces, AssessmentState.APPROVED)
        former.state = AssessmentState.REPLACED
        former.save()
        _end_term(former, by)
    found.state, found.approved_by, found.approved_on = AssessmentState.APPROVED, by, today
    found.save()
    _start_term(found, by)
    record("protection.approved", by=by, subject=found, area=found.area)


@transaction.atomic
def give_back(*, assessment: Assessment, reason: str, by: "User") -> None:
    """Not like this: who wrote it goes over it again."""
    found = _locked(assessment, AssessmentState.DRAFT)
    found.returned = reason
    found.save()
    record("protection.assessment_returned", by=by, subject=found, area=found.area, reason=reason)
    url = found.get_absolute_url()
    notify(found.written_by, _("一份影响评估被退回,请修改。"), url, kind=Kind.ATTENTION)


@transaction.atomic
def review(*, assessment: Assessment, by: "User") -> None:
    """Looked at again and still true: a new year begins. What has changed wants a new edition."""
    found = _locked(assessment, AssessmentState.APPROVED)
    found.reviewed_on = timezone.localdate()
    found.save()
    _end_term(found, by)
    _start_term(found, by)
    record("protection.reviewed", by=by, subject=found, area=found.area)


def _tell_approvers(made: Assessment, by: "User") -> None:
    url = made.get_absolute_url()
    others = holders(APPROVE, made.area, timezone.localdate()).exclude(pk=by.pk)
    notify(others, _("有一份影响评估待批准。"), url, kind=Kind.ATTENTION)


def _start_term(found: Assessment, by: "User") -> None:
    today = timezone.localdate()
    terms.start(
        found,
        TERM,
        title=_("复核个人信息保护影响评估"),
        length=terms.length_by(RULE, today),
        on=today,
        area=found.area,
        owner=found.written_by,
        by=by,
        url=found.get_absolute_url(),
    )


def _end_term(found: Assessment, by: "User") -> None:
    for term in Term.objects.about(found).open():
        terms.meet(term, on=timezone.localdate(), by=by)


def _locked(assessment: Assessment, state: AssessmentState) -> Assessment:
    rows = Assessment.objects.select_for_update(of=("self",)).select_related("area")
    found: Assessment = rows.get(pk=assessment.pk)
    if found.state != state:
        raise InputRefused(
            _("这份评估%(state)s,不能这样处理。") % {"state": found.get_state_display()}
        )
    return found
