"""Two records of one natural person become one, and two again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.acting import act_page
from fengqiao.registers.people import merging
from fengqiao.registers.people.forms.merging import MergeForm, ReasonForm
from fengqiao.registers.people.forms.search import SearchForm
from fengqiao.registers.people.models import Known, Merge, Person
from fengqiao.registers.people.permissions import MERGE
from fengqiao.registers.people.searching import find, with_number
from fengqiao.registers.people.shown import labels, row
from fengqiao.registers.people.views.common import person_or_404, private, standing

OFFERED = 20


@private(MERGE, FORM)
def other(request: HttpRequest, pk: int) -> HttpResponse:
    """Which record is the same person: those of the same number or name, or whom one looks for."""
    found = person_or_404(request, pk)
    form = SearchForm(request.POST or None)
    words = form.cleaned_data["words"].strip() if form.is_valid() else ""
    people = Person.objects.visible_to(request.user, MERGE).current().exclude(pk=found.pk)
    fitting = find(people, words) if words else _alike(people, found)
    today = timezone.localdate()
    context = {
        "person": found,
        "form": form,
        "words": words,
        "rows": [row(person, today) for person in fitting.order_by("-pk")[:OFFERED]],
    }
    return render(request, "people/merge_other.html", context)


def _alike(people: Any, found: Person) -> Any:
    numbers = [found.id_number, found.phone, found.phone_more]
    same = with_number(people, numbers).values("pk")
    return people.filter(Q(pk__in=same) | Q(pk__in=find(people, found.name).values("pk")))


@private(MERGE, FORM)
def merge(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """The two beside each other; which values stay, and why they are one person."""
    kept, gone = person_or_404(request, pk), person_or_404(request, other)
    if kept.pk == gone.pk:
        raise Http404
    _reach_all(request, kept, gone)
    form = MergeForm(request.POST or None, kept=kept, gone=gone)

    def act() -> str:
        merging.merge(
            kept=kept,
            gone=gone,
            taken=form.taken(),
            reason=form.cleaned_data["reason"],
            area=standing(request, kept).area,
            by=user_of(request),
        )
        return _("已合并为一份档案。")

    differ = bool(kept.id_number and gone.id_number and kept.id_number != gone.id_number)
    page: dict[str, Any] = {"person": kept, "gone": gone, "numbers_differ": differ}
    return act_page(request, form, act, back=kept, template="people/merge.html", **page)


@private(MERGE, FORM)
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """They were two persons after all, or the wrong values stayed."""
    made = get_object_or_404(Merge.objects.visible_to(request.user), pk=pk, undone_at=None)
    kept = person_or_404(request, made.kept_id)
    _reach_all(request, kept, made.gone)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        stay = merging.unmerge(
            made=made,
            reason=form.cleaned_data["reason"],
            area=standing(request, kept).area,
            by=user_of(request),
        )
        return _said(stay)

    page: dict[str, Any] = {"template": "people/unmerge.html", "person": kept, "made": made}
    return act_page(request, form, act, back=kept, **page)


def _said(stay: list[str]) -> str:
    if not stay:
        return _("已拆分,两份档案恢复原样。")
    return _("已拆分。合并后改过的{fields}没有退回,请核对。").format(fields=labels(stay))


def _reach_all(request: HttpRequest, *people: Person) -> None:
    """Only who reaches every office that knows one of them: the others would see what they did not
    know."""
    user = user_of(request)
    known = Known.objects.visible_to(user, MERGE).filter(person__in=people).count()
    if known != _offices(*people):
        raise PermissionDenied


def _offices(*people: Person) -> int:
    return sum(person.known.count() for person in people)
