"""One mediator, and what is done with him."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.candidates import accounts_for
from fengqiao.registers.mediation.forms import mediators as forms
from fengqiao.registers.mediation.models import Mediator, Seat, Training
from fengqiao.registers.mediation.permissions import CHANGE, SEE
from fengqiao.registers.mediation.selection import mediator_rows
from fengqiao.registers.mediation.views.common import act_page, mediator_or_404


@needs(SEE)
def mediator(request: HttpRequest, pk: int) -> HttpResponse:
    """Where he sits and sat, what he learnt, how many open cases he has."""
    found, user = mediator_or_404(request, pk), user_of(request)
    (row,) = mediator_rows([found], user, timezone.localdate())
    seats = Seat.objects.visible_to(user).filter(mediator=found).select_related("body")
    context = {
        "mediator": found,
        "row": row,
        "seats": seats.order_by("-begins_on", "-pk"),
        "trainings": Training.objects.visible_to(user).filter(mediator=found),
        "may_change": user.can(CHANGE, found.office),
    }
    return render(request, "mediation/mediator.html", context)


@needs(CHANGE, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = mediator_or_404(request, pk)
    initial = {name: getattr(found, name) for name in forms.AboutForm.base_fields}
    form = forms.AboutForm(request.POST or None, initial=initial)

    def act() -> str:
        actions.change_mediator(mediator=found, values=form.about(), by=user_of(request))
        return _("已变更。")

    return act_page(request, form, act, back=found, place=found, title=_("变更调解员情况"))


@needs(CHANGE, FORM)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose account it is; the role in it ends with his last seat."""
    found = mediator_or_404(request, pk)
    form = forms.AccountForm(request.POST or None, accounts=accounts_for(found))

    def act() -> str:
        account = form.cleaned_data["account"]
        actions.bind(mediator=found, account=account, by=user_of(request))
        return _("已对应。任职结束时,调解员角色随之停止。")

    return act_page(request, form, act, back=found, place=found, title=_("对应账号"))


@needs(CHANGE, FORM)
def train(request: HttpRequest) -> HttpResponse:
    """A training, with all who took part in it."""
    user, today = user_of(request), timezone.localdate()
    seated = Mediator.objects.visible_to(user, CHANGE).seated_on(today)
    form = forms.TrainForm(request.POST or None, mediators=seated)

    def act() -> str:
        number = actions.train(by=user, **form.cleaned_data)
        return _("已登记%(number)d名调解员的培训。") % {"number": number}

    return act_page(request, form, act, back="mediation:mediators", title=_("登记培训"))


@needs(CHANGE, FORM)
def end_seat(request: HttpRequest, pk: int) -> HttpResponse:
    """He leaves a seat."""
    rows = Seat.objects.visible_to(request.user).select_related("body__office", "mediator")
    seat = get_object_or_404(rows, pk=pk)
    reached(request, seat.body.office)
    form = forms.EndForm(request.POST or None, initial={"on": timezone.localdate()})

    def act() -> str:
        actions.end_seat(seat=seat, by=user_of(request), **form.cleaned_data)
        return _("已登记离任。他办理的纠纷请移交给其他调解员。")

    title = _("%(name)s离任") % {"name": seat.mediator.name}
    return act_page(request, form, act, back=seat.body, place=seat.body, title=title)
