"""One list of destruction: looked through, confirmed or given back, printed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.acting import act_button
from fengqiao.kernel.ui.papers import printed
from fengqiao.registers.protection.actions import destroying
from fengqiao.registers.protection.beside import held_of
from fengqiao.registers.protection.enums import ListState
from fengqiao.registers.protection.forms.destruction import AskForm, ReturnForm
from fengqiao.registers.protection.kept import kept_named
from fengqiao.registers.protection.models import Destruction
from fengqiao.registers.protection.permissions import CONFIRM, HOLD, SEE, SORT


@needs(SEE)
def destruction(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _found(request, pk))


@needs(SORT, ACT)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Looked through: why these are to go."""
    found, form = _found(request, pk), AskForm(request.POST)
    if not form.is_valid():
        return _page(request, found, ask_form=form, status=400)

    def act() -> str:
        destroying.ask(destruction=found, reason=form.cleaned_data["reason"], by=user_of(request))
        return _("已提请销毁,等另一位有权限的同志批准。")

    return act_button(request, act, back=found)


@needs(CONFIRM, ACT)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person: what is destroyed does not come back."""
    found = _found(request, pk)

    def act() -> str:
        return _("已销毁 %d 条。") % destroying.confirm(destruction=found, by=user_of(request))

    return act_button(request, act, back=found)


@needs(CONFIRM, ACT)
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Not so: the first person looks again."""
    found, form = _found(request, pk), ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, found, return_form=form, status=400)

    def act() -> str:
        reason = form.cleaned_data["returned"]
        destroying.give_back(destruction=found, reason=reason, by=user_of(request))
        return _("已退回核对人。")

    return act_button(request, act, back=found)


@needs(SEE)
def paper_of(request: HttpRequest, pk: int) -> HttpResponse:
    """The list on paper, as it stands."""
    found = _found(request, pk)
    return printed(
        "protection/papers/destruction.html",
        str(found),
        listed=found,
        kept=kept_named(found.kind),
        items=found.items.all(),
    )


def _found(request: HttpRequest, pk: int) -> Destruction:
    rows = Destruction.objects.visible_to(request.user)
    found: Destruction = get_object_or_404(
        rows.select_related("area", "asked_by", "confirmed_by"), pk=pk
    )
    reached(request, found.area)
    return found


def _page(
    request: HttpRequest,
    found: Destruction,
    *,
    ask_form: AskForm | None = None,
    return_form: ReturnForm | None = None,
    status: int = 200,
) -> HttpResponse:
    user, kept = user_of(request), kept_named(found.kind)
    waits, asked = found.state == ListState.PROPOSED, found.state == ListState.ASKED
    may_hold = user.can(HOLD, found.area) and (waits or asked)
    items = list(found.items.all())
    context: dict[str, Any] = {
        "listed": found,
        "kept": kept,
        "items": [(item, _urls(kept.name, kept.url, item.subject_id)) for item in items],
        "held": held_of(found, [item.subject_id for item in items]) if waits or asked else set(),
        "may_see": (waits or asked) and kept.seen(user, items[0].subject_id) is not None
        if items
        else False,
        "may_hold": may_hold,
        "may_ask": waits and user.can(SORT, found.area),
        "may_confirm": asked and user.can(CONFIRM, found.area),
        "own": found.asked_by_id == user.pk,
        "ask_form": ask_form or AskForm(),
        "return_form": return_form or ReturnForm(),
        "form": ask_form or return_form,
    }
    return render(request, "protection/destruction.html", context, status=status)


def _urls(kind: str, name: str, subject_id: int) -> dict[str, str]:
    hold = reverse("protection:hold", args=[kind, subject_id])
    return {"record": reverse(name, args=[subject_id]), "hold": hold}
