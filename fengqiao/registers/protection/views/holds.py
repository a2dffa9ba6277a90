"""A record is held back from destruction, or let go."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.acting import act_page
from fengqiao.registers.protection.actions import holding
from fengqiao.registers.protection.forms.hold import HoldForm, LiftForm
from fengqiao.registers.protection.kept import Kept, kept_named
from fengqiao.registers.protection.models import Hold
from fengqiao.registers.protection.permissions import HOLD


@needs(HOLD, FORM)
def hold(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Why, and until when; what stands already is shown."""
    kept, user = _kind(kind), user_of(request)
    area = kept.seen(user, pk)
    if area is None:
        raise Http404
    if not user.can(HOLD, area):
        raise PermissionDenied
    form = HoldForm(request.POST or None)

    def act() -> str:
        holding.hold(kind=kind, subject_id=pk, area=area, by=user, **form.cleaned_data)
        return _("已列为暂缓销毁。")

    holds = Hold.objects.visible_to(user).about(kind, pk).on(timezone.localdate())
    page: dict[str, Any] = {"template": "protection/hold.html", "kept": kept, "pk": pk}
    back = reverse(kept.url, args=[pk])
    return act_page(request, form, act, back=back, at="until", holds=holds, **page)


@needs(HOLD, FORM)
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Why it need not be held any more."""
    rows = Hold.objects.visible_to(request.user).select_related("area", "by", "lifted_by")
    found: Hold = get_object_or_404(rows, pk=pk)
    reached(request, found.area)
    form = LiftForm(request.POST or None)

    def act() -> str:
        holding.lift(hold=found, reason=form.cleaned_data["reason"], by=user_of(request))
        return _("已解除暂缓。")

    page: dict[str, Any] = {
        "template": "protection/lift.html",
        "found": found,
        "kept": kept_named(found.kind),
    }
    return act_page(request, form, act, back="protection:keeping", **page)


def _kind(name: str) -> Kept:
    try:
        return kept_named(name)
    except LookupError:
        raise Http404 from None
