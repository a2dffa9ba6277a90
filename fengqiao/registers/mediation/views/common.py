"""What the pages share."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from fengqiao.kernel.accounts.gates import reached
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui import acting
from fengqiao.registers.mediation.models import Body, Mediator

act_page = partial(acting.act_page, template="mediation/form.html")


def body_or_404(request: HttpRequest, pk: int) -> Body:
    """The body, if the user may see it; refused to who may not do there what the page is for."""
    rows = Body.objects.visible_to(request.user).select_related("office", "parent")
    found: Body = get_object_or_404(rows, pk=pk)
    reached(request, found.office)
    return found


def mediator_or_404(request: HttpRequest, pk: int) -> Mediator:
    rows = Mediator.objects.visible_to(request.user).select_related("office", "account")
    found: Mediator = get_object_or_404(rows, pk=pk)
    reached(request, found.office)
    return found


def offices_of(request: HttpRequest, day: Any) -> Any:
    """The offices in which the user may do what the page is for, with today's names."""
    areas = Area.objects.visible_to(request.user, request.right)  # type: ignore[attr-defined]
    return areas.of_kind(AreaKind.OFFICE).on(day).named_on(day)
