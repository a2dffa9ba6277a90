"""One person: masked, and for one answer as he is."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.kernel.accounts.gates import ACT
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.resident_id import age_on
from fengqiao.registers.people.actions import open_values
from fengqiao.registers.people.forms.opening import OpenForm
from fengqiao.registers.people.models import Merge, Person
from fengqiao.registers.people.permissions import ASK, CHANGE, MERGE, OPEN, SEE
from fengqiao.registers.people.shown import age, values
from fengqiao.registers.people.views.common import (
    Standing,
    offices_of,
    person_or_404,
    private,
    standing,
)
from fengqiao.registers.protection.models import Hold
from fengqiao.registers.protection.permissions import HOLD

SENSITIVE_UNTIL = 14  # years of age (个人信息保护法 28)
LISTED = 20  # offices to which a person may be made known from his page


@private(SEE)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A person as far as one may know him without opening anything; that it was looked at is
    recorded."""
    found = person_or_404(request, pk)
    stands = standing(request, found)
    record("people.seen", by=user_of(request), subject=found, area=stands.area)
    form = OpenForm(values=values(found), beyond=stands.beyond)
    return _page(request, found, stands, form)


@private(OPEN, ACT)
def open_person(request: HttpRequest, pk: int) -> HttpResponse:
    """The values that were asked for, in this answer alone."""
    found = person_or_404(request, pk)
    stands = standing(request, found)
    form = OpenForm(request.POST, values=values(found), beyond=stands.beyond)
    if not form.is_valid():
        return _page(request, found, stands, form, status=400)
    fields = form.cleaned_data["fields_wanted"]
    purpose, reason = form.cleaned_data["purpose"], form.cleaned_data["reason"]
    open_values(
        person=found,
        area=stands.area,
        by=user_of(request),
        fields=fields,
        purpose=purpose,
        reason=reason,
    )
    return _page(request, found, stands, form, opened=fields)


def _page(
    request: HttpRequest,
    found: Person,
    stands: Standing,
    form: OpenForm,
    *,
    opened: Collection[str] = (),
    status: int = 200,
) -> HttpResponse:
    user, today = user_of(request), timezone.localdate()
    known = {one.area_id for one in stands.offices}
    context: dict[str, Any] = {
        "person": found,
        "age": age(found, today),
        "is_child": found.born_on and age_on(found.born_on, today) < SENSITIVE_UNTIL,
        "values": values(found, opened),
        "opened": bool(opened),
        "form": form,
        "offices": stands.offices,
        "others": [one for one in offices_of(user, CHANGE)[:LISTED] if one.pk not in known],
        "may_open": user.can(OPEN, stands.area) and not found.merged_into_id,
        "may_change": user.can(CHANGE, stands.area) and not found.merged_into_id,
        "may_merge": user.can(MERGE, stands.area) and not found.merged_into_id,
        "may_ask": user.can(ASK, stands.area) and not found.merged_into_id,
        "merges": _merges(request, found),
        "holds": Hold.objects.visible_to(user).about("people.person", found.pk).on(today),
        "may_hold": user.can(HOLD, stands.area) and not found.merged_into_id,
    }
    return render(request, "people/person.html", context, status=status)


def _merges(request: HttpRequest, found: Person) -> list[Merge]:
    """The mergers into this record that stand, the last first: it alone can be taken back."""
    rows = Merge.objects.visible_to(request.user).standing().filter(kept=found)
    return list(rows.select_related("by"))
