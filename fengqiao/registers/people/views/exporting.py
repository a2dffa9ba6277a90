"""The list leaves the system as a workbook, with a number by which the trail knows it."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.exporting import take_out
from fengqiao.kernel.search.words import opened
from fengqiao.kernel.ui.downloads import workbook
from fengqiao.registers.people.exports import people_listing
from fengqiao.registers.people.forms.exporting import ExportForm
from fengqiao.registers.people.models import Known, Person
from fengqiao.registers.people.permissions import EXPORT, EXPORT_PLAIN
from fengqiao.registers.people.searching import find
from fengqiao.registers.people.views.common import private


@private(EXPORT, FORM)
def export(request: HttpRequest) -> HttpResponse:
    """The persons of the list from which one came, masked or plain."""
    user = user_of(request)
    may_clear = user.can(EXPORT_PLAIN)
    words = opened(request.GET.get("q", ""), user)
    form = ExportForm(request.POST or None, may_clear=may_clear)
    in_clear = form.is_valid() and bool(form.cleaned_data.get("in_clear"))
    right = EXPORT_PLAIN if in_clear else EXPORT
    people = find(Person.objects.visible_to(user, right).current(), words).order_by("-pk")
    if request.method == "POST" and form.is_valid():
        return _workbook(request, people, in_clear, form)
    context = {"form": form, "words": words, "count": people.count(), "may_clear": may_clear}
    status = 400 if form.errors else 200
    return render(request, "people/export.html", context, status=status)


def _workbook(
    request: HttpRequest, people: Iterable[Person], in_clear: bool, form: ExportForm
) -> HttpResponse:
    user, found = user_of(request), list(people)
    place = Known.objects.visible_to(user, EXPORT).select_related("area").order_by("pk").first()
    taken = take_out(
        "people.exported",
        by=user,
        area=place.area if place else None,
        count=len(found),
        in_clear=in_clear,
        purpose=form.purpose_words,
        reason=form.cleaned_data["reason"],
    )
    made = people_listing(found, in_clear=in_clear)
    return workbook(made, _("人员档案(%s)") % taken.number, taken)
