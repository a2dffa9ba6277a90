"""The file of impact assessments: written, approved by another, looked at again every year."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM, needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.tree import with_area
from fengqiao.kernel.deadlines.calendar import in_force
from fengqiao.kernel.deadlines.terms import length_by
from fengqiao.kernel.ui.acting import Made, act_button, act_page
from fengqiao.kernel.ui.paging import page_of
from fengqiao.kernel.ui.papers import printed
from fengqiao.lib.days import reckon
from fengqiao.registers.protection.actions import assessing
from fengqiao.registers.protection.beside import open_terms
from fengqiao.registers.protection.enums import AssessmentState
from fengqiao.registers.protection.forms.assessment import AssessmentForm
from fengqiao.registers.protection.forms.destruction import ReturnForm
from fengqiao.registers.protection.models import Assessment
from fengqiao.registers.protection.permissions import APPROVE, ASSESS, SEE
from fengqiao.registers.protection.seats import seats

FORM_PAGE = "protection/assess.html"
APPROVED, DRAFT = AssessmentState.APPROVED, AssessmentState.DRAFT


@needs(SEE)
def assessments(request: HttpRequest) -> HttpResponse:
    """Those in force and those that wait; editions that were replaced stand at the next one."""
    rows = Assessment.objects.visible_to(request.user).exclude(state=AssessmentState.REPLACED)
    page = page_of(request, with_area(rows))
    due = open_terms(Assessment, [row.pk for row in page.rows])
    context = {
        "page": page,
        "rows": [(row, due.get(row.pk)) for row in page.rows],
        "day": timezone.localdate(),
    }
    return render(request, "protection/assessments.html", context)


@needs(ASSESS, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """A processing that was not assessed yet."""
    form = AssessmentForm(request.POST or None, seats=seats(user_of(request), ASSESS))

    def act() -> Made:
        made = assessing.write(by=user_of(request), **form.values())
        return Made(_("已保存,等另一位有权限的同志批准。"), made)

    back, title = "protection:assessments", _("写影响评估")
    return act_page(request, form, act, back=back, template=FORM_PAGE, title=title)


@needs(ASSESS, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Before it is approved."""
    found = _found(request, pk)
    form = AssessmentForm(request.POST or None, initial=_texts(found))

    def act() -> str:
        assessing.rewrite(assessment=found, by=user_of(request), **form.values())
        return _("已修改。")

    page: dict[str, Any] = {"template": FORM_PAGE, "title": _("修改影响评估"), "found": found}
    return act_page(request, form, act, back=found, **page)


@needs(ASSESS, FORM)
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """The next edition: what was approved stays in force until it is approved too."""
    found = _found(request, pk)
    form = AssessmentForm(request.POST or None, initial=_texts(found))

    def act() -> Made:
        by = user_of(request)
        made = assessing.write(area=found.area, replaces=found, by=by, **form.values())
        return Made(_("新版已保存,批准后替换原来的。"), made)

    page: dict[str, Any] = {"template": FORM_PAGE, "title": _("重新评估"), "found": found}
    return act_page(request, form, act, back=found, **page)


@needs(SEE)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _found(request, pk))


@needs(APPROVE, ACT)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person agrees."""
    found = _found(request, pk)

    def act() -> str:
        assessing.approve(assessment=found, by=user_of(request))
        return _("已批准,一年内复核。")

    return act_button(request, act, back=found)


@needs(APPROVE, ACT)
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person does not agree, and says why."""
    found, form = _found(request, pk), ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=400)

    def act() -> str:
        reason = form.cleaned_data["returned"]
        assessing.give_back(assessment=found, reason=reason, by=user_of(request))
        return _("已退回评估人。")

    return act_button(request, act, back=found)


@needs(ASSESS, ACT)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Looked at again, and still true."""
    found = _found(request, pk)

    def act() -> str:
        assessing.review(assessment=found, by=user_of(request))
        return _("已复核,没有变化;一年后再复核。")

    return act_button(request, act, back=found)


@needs(SEE)
def paper_of(request: HttpRequest, pk: int) -> HttpResponse:
    """The report on paper."""
    found = _found(request, pk)
    name = _("影响评估(%d)") % found.pk
    return printed("protection/papers/assessment.html", name, found=found)


def _found(request: HttpRequest, pk: int) -> Assessment:
    rows = Assessment.objects.visible_to(request.user)
    people = ("area", "written_by", "approved_by", "replaces")
    found: Assessment = get_object_or_404(rows.select_related(*people), pk=pk)
    if request.right != SEE:  # type: ignore[attr-defined]
        reached(request, found.area)
    return found


def _texts(found: Assessment) -> dict[str, Any]:
    return {name: getattr(found, name) for name in assessing.TEXTS}


def _kept_until(found: Assessment) -> date | None:
    """Until when the law wants it kept at the least."""
    if found.approved_on is None:
        return None
    length = length_by("PRV-17", found.approved_on)
    counted = reckon(found.approved_on, length.length, length.unit, in_force(), rolls=length.rolls)
    return counted.last


def _page(
    request: HttpRequest, found: Assessment, form: ReturnForm | None = None, status: int = 200
) -> HttpResponse:
    user = user_of(request)
    draft, approved = found.state == DRAFT, found.state == APPROVED
    following = Assessment.objects.visible_to(user).filter(replaces=found).first()
    may_write = user.can(ASSESS, found.area)
    context: dict[str, Any] = {
        "found": found,
        "following": following,
        "term": open_terms(Assessment, [found.pk]).get(found.pk),
        "day": timezone.localdate(),
        "kept_until": _kept_until(found),
        "may_change": draft and may_write,
        "may_approve": draft and user.can(APPROVE, found.area),
        "may_review": approved and may_write,
        "own": found.written_by_id == user.pk,
        "form": form or ReturnForm(),
    }
    return render(request, "protection/assessment.html", context, status=status)
