"""The list leaves the system as a workbook, with a number by which the trail knows it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.workbook import listing
from fengqiao.lib.workbook.write import MIME
from fengqiao.registers.people.exports import people_listing
from fengqiao.registers.people.forms.exporting import ExportForm
from fengqiao.registers.people.models import Known, Person
from fengqiao.registers.people.permissions import EXPORT, EXPORT_PLAIN
from fengqiao.registers.people.searching import find, opened
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
        return _workbook(request, people, in_clear, form.cleaned_data.get("reason", ""))
    context = {"form": form, "words": words, "count": people.count(), "may_clear": may_clear}
    status = 400 if form.errors else 200
    return render(request, "people/export.html", context, status=status)


def _workbook(request: HttpRequest, people: object, in_clear: bool, reason: str) -> HttpResponse:
    user, found = user_of(request), list(people)  # type: ignore[call-overload]
    place = Known.objects.visible_to(user, EXPORT).select_related("area").order_by("pk").first()
    entry = record(
        "people.exported",
        by=user,
        area=place.area if place else None,
        in_clear=in_clear,
        reason=reason,
        count=len(found),
    )
    number = f"RY{timezone.localdate():%Y%m%d}-{entry.pk}"
    made = people_listing(found, in_clear=in_clear, number=number, by=user.name, reason=reason)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        listing.write(path, made)
        response = HttpResponse(path.read_bytes(), content_type=MIME)
    said = content_disposition_header(as_attachment=True, filename=f"人员档案({number}).xlsx")
    response["Content-Disposition"] = said or ""
    return response
