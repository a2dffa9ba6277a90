"""Accounts of the staff: who is picked from the register need not be typed again."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access import rules
from fengqiao.kernel.access.permissions import BY_POST
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.gates import ACT, FORM, needs
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui.acting import Made, act_button
from fengqiao.kernel.ui.paging import page_of
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.forms.accounts import (
    PickForm,
    PostRoleForm,
    StaffAccountForm,
    TakeAccountForm,
)
from fengqiao.registers.organisations.models import StaffRecord
from fengqiao.registers.organisations.views.common import act_page


def at_work(by: User) -> QuerySet[StaffRecord]:
    """Who is on the staff today where one makes accounts."""
    rows = StaffRecord.objects.visible_to(by, MANAGE).employed_on(timezone.localdate())
    found: QuerySet[StaffRecord] = rows.select_related("staff__office", "staff__held_account")
    return found


def account_asked(request: HttpRequest, number: str) -> User | None:
    """The account for which somebody is picked; none for a new one, 404 for one beyond."""
    if not number:
        return None
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    found: User = get_object_or_404(User.objects.visible_to(request.user, MANAGE), pk=int(number))
    return found


@needs(MANAGE)
def pick(request: HttpRequest) -> HttpResponse:
    """The staff of today, to make an account for one, or to say whose an account is."""
    by, form = user_of(request), PickForm(request.GET)
    account = account_asked(request, request.GET.get("account", ""))
    rows = at_work(by).order_by("staff__office__path", "staff__name", "pk")
    if account:
        rows = rows.filter(staff__name=account.name)
    elif form.is_valid() and form.cleaned_data["q"]:
        rows = rows.filter(staff__name__contains=form.cleaned_data["q"])
    page = page_of(request, rows)
    offices = Area.objects.visible_to(by).named_on(timezone.localdate())
    pks = {record.staff.office_id for record in page.rows}
    names = {area.pk: area.name for area in offices.filter(pk__in=pks)}
    context = {
        "form": None if account else form,
        "account": account,
        "page": page,
        "rows": [(record, names.get(record.staff.office_id, "")) for record in page.rows],
    }
    return render(request, "organisations/pick.html", context)


def record_or_404(request: HttpRequest, pk: int) -> StaffRecord:
    """What is true today of the person, where one makes accounts."""
    found: StaffRecord = get_object_or_404(at_work(user_of(request)), staff=pk)
    return found


def roles_for(by: User, office: Area) -> list[Role]:
    """The roles of an office that one may give there."""
    return [role for role in BY_POST if rules.may_give(by, role, office)]


@needs(MANAGE, FORM)
def make_account(request: HttpRequest, pk: int) -> HttpResponse:
    """The account and its first role; name, office and post stand in the register."""
    said = _("已建立账号。请当面发放一次性验证码,由本人设置密码。")
    page = "organisations/account.html"
    return _account_page(request, pk, StaffAccountForm, actions.make_staff_account, said, page)


@needs(MANAGE, FORM)
def take_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes from another office or district goes on with the account that he has."""
    said = _("已沿用原来的账号。密码和两步验证不变;忘记密码的,请当面发放一次性验证码。")
    page = "organisations/account_taken.html"
    return _account_page(request, pk, TakeAccountForm, actions.take_account, said, page)


def _account_page(
    request: HttpRequest,
    pk: int,
    form_of: type[PostRoleForm],
    write: Callable[..., User],
    said: str,
    template: str,
) -> HttpResponse:
    """An account for a person who has none here yet."""
    record, by = record_or_404(request, pk), user_of(request)
    person, roles = record.staff, roles_for(by, record.staff.office)
    if hasattr(person, "held_account") or not roles:
        raise Http404
    form = form_of(request.POST or None, name=person.name, post=record.post, roles=roles)

    def act() -> Made:
        user = write(person=person, by=by, **form.values())
        return Made(said, reverse("access:account", args=[user.pk]))

    page: dict[str, Any] = {"template": template, "person": person, "record": record}
    return act_page(request, form, act, back=reverse("organisations:pick"), **page)


@needs(MANAGE, ACT)
def bind(request: HttpRequest, pk: int) -> HttpResponse:
    """The account that is sent is this person's."""
    record, by = record_or_404(request, pk), user_of(request)
    account = account_asked(request, request.POST.get("account", ""))
    if account is None:
        raise Http404

    def act() -> str:
        actions.bind_account(person=record.staff, account=account, by=by)
        return _("已对应名册人员。在这个所的角色,离职当天自动停止。")

    return act_button(request, act, back=reverse("access:account", args=[account.pk]))
