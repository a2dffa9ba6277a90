"""One committee or studio, and what is done with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.candidates import staff_for
from fengqiao.registers.mediation.forms import bodies as forms
from fengqiao.registers.mediation.forms.mediators import JoinForm
from fengqiao.registers.mediation.models import Body, Mediator, Seat, Tenure
from fengqiao.registers.mediation.permissions import CHANGE, SEE
from fengqiao.registers.mediation.selection import body_rows
from fengqiao.registers.mediation.views.common import act_page, body_or_404, offices_of


@needs(SEE)
def body(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits in it, which conditions it does not meet, what it was before."""
    found, user, day = body_or_404(request, pk), user_of(request), timezone.localdate()
    (row,) = body_rows([found], user, day)
    past = Seat.objects.visible_to(user).filter(body=found, ends_on__lte=day)
    context = {
        "body": found,
        "row": row,
        "past": past.select_related("mediator").order_by("-ends_on", "-pk"),
        "tenures": Tenure.objects.visible_to(user).filter(body=found),
        "studios": Body.objects.visible_to(user).filter(parent=found, ended_on=None),
        "may_change": user.can(CHANGE, found.office) and found.ended_on is None,
    }
    return render(request, "mediation/body.html", context)


@needs(CHANGE, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """A committee or a studio is there from a day on."""
    offices = offices_of(request, timezone.localdate())
    committees = _committees(request)
    form = forms.FoundForm(request.POST or None, offices=offices, committees=committees)

    def act() -> str:
        made = actions.found(by=user_of(request), **form.values())
        return _("已登记%(name)s。") % {"name": made.name}

    return act_page(request, form, act, back="mediation:bodies", title=_("登记调解组织"))


def _committees(request: HttpRequest) -> "forms.QuerySet[Body]":
    rows = Body.objects.visible_to(request.user).filter(ended_on=None)
    return rows.exclude(kind="studio").order_by("name", "pk")


@needs(CHANGE, FORM)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = body_or_404(request, pk)
    committees = _committees(request).filter(office=found.office)
    form = forms.ChangeForm(request.POST or None, body=found, committees=committees)

    def act() -> str:
        actions.change(body=found, values=form.cleaned_data, by=user_of(request))
        return _("已变更。")

    return act_page(request, form, act, back=found, place=found, title=_("变更调解组织"))


@needs(CHANGE, FORM)
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """The next term of office."""
    found, today = body_or_404(request, pk), timezone.localdate()
    seats = Seat.objects.visible_to(request.user).on(today).filter(body=found, ends_on=None)
    form = forms.RenewForm(request.POST or None, seats=seats.select_related("mediator"))

    def act() -> str:
        typed = form.cleaned_data
        actions.renew(body=found, on=typed["on"], stay=typed["stay"], by=user_of(request))
        return _("已登记换届。")

    return act_page(request, form, act, back=found, place=found, title=_("换届"))


@needs(CHANGE, FORM)
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """Announced, reported to the bureau, told to the court."""
    found = body_or_404(request, pk)
    tenure = Tenure.objects.visible_to(request.user).filter(body=found).first()
    names = list(forms.FilingForm.base_fields)
    initial = {name: getattr(tenure, name) for name in names} if tenure else {}
    form = forms.FilingForm(request.POST or None, initial=initial)

    def act() -> str:
        if tenure is None:
            raise InputRefused(_("调解工作室没有届,不用登记。"))
        actions.file(tenure=tenure, values=form.cleaned_data, by=user_of(request))
        return _("已登记。")

    return act_page(request, form, act, back=found, place=found, title=_("公布、备案和通报"))


@needs(CHANGE, FORM)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = body_or_404(request, pk)
    form = forms.CloseForm(request.POST or None, initial={"on": timezone.localdate()})

    def act() -> str:
        actions.close(body=found, by=user_of(request), **form.cleaned_data)
        return _("已登记撤销。")

    return act_page(request, form, act, back=found, place=found, title=_("撤销调解组织"))


@needs(CHANGE, FORM)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody takes a seat."""
    found = body_or_404(request, pk)
    here = Seat.objects.visible_to(request.user).filter(body=found, ends_on=None)
    others = Mediator.objects.visible_to(request.user).filter(office=found.office)
    others = others.exclude(pk__in=here.values("mediator"))
    form = JoinForm(request.POST or None, others=others, staff=staff_for(found))

    def act() -> str:
        typed = form.cleaned_data
        seat = actions.join(
            body=found,
            mediator=typed["mediator"],
            post=typed["post"],
            on=typed["on"],
            fit=typed["fit"],
            by=user_of(request),
            **form.about(),
        )
        return _("已登记%(name)s任职。") % {"name": seat.mediator.name}

    return act_page(request, form, act, back=found, place=found, title=_("登记调解员任职"))
