"""The list of accounts, one account, and a new one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access import actions, rules
from fengqiao.kernel.access.forms import AccountsForm, NewAccountForm, ReasonForm
from fengqiao.kernel.access.permissions import BY_POST
from fengqiao.kernel.access.posts import the_register
from fengqiao.kernel.access.shown import narrowed, with_places
from fengqiao.kernel.access.views.common import account_or_404, act_page, still_open
from fengqiao.kernel.accounts import codes, open_work, second_factor
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.gates import ACT, FORM, needs
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.accounts.permissions import MANAGE, SEE
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.acting import Made
from fengqiao.kernel.ui.paging import order_of, page_of

ORDERS = {"name": "name", "username": "username", "last": "last_login", "made": "joined_at"}


@needs(SEE)
def accounts(request: HttpRequest) -> HttpResponse:
    """The accounts of one's area, with what each holds today."""
    form = AccountsForm(request.GET)
    form.is_valid()
    seen = Grant.objects.visible_to(request.user).on(timezone.localdate())
    rows = narrowed(User.objects.visible_to(request.user), form.cleaned_data)
    ordered = rows.order_by(order_of(request, ORDERS, "name"), "pk").prefetch_related(
        Prefetch("grants", with_places(seen), to_attr="now")
    )
    context = {"form": form, "page": page_of(request, ordered)}
    return render(request, "access/accounts.html", context)


@needs(SEE)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its roles now and before, who gave them and why; nothing of his work."""
    user, by = account_or_404(request, pk), user_of(request)
    grants = Grant.objects.visible_to(by).filter(user=user).select_related("area", "given_by")
    today = timezone.localdate()
    roles = [
        (one, rules.may_give(by, one.role, one.area) and by.pk != user.pk, _state(one, today))
        for one in with_places(grants).order_by("-begins_on", "-pk")
    ]
    context = {
        "account": user,
        "open": len(open_work.work_of(user, by)),
        "posts": the_register().posts_of(user),
        "roles": roles,
        "governed": rules.governs(by, user),
        "gives": bool(rules.givable(by)) and by.pk != user.pk and user.is_active,
        "code": codes.may_give(user, by),
        "reset": codes.may_give(user, by) and second_factor.can_be_taken(user),
    }
    return render(request, "access/account.html", context)


def _state(grant: Grant, today: object) -> str:
    if grant.ends_on and grant.ends_on <= today:  # type: ignore[operator]
        return _("已停止")
    return _("尚未开始") if grant.begins_on > today else _("有效")  # type: ignore[operator]


@needs(MANAGE, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """First the role, then the person; the password is set with a code."""
    by = user_of(request)
    role = role_asked(request, by)
    back = reverse("access:accounts")
    typed = [one for one in rules.givable(by) if one not in BY_POST or rules.areas_for(by, one)]
    if role not in typed:
        picked = by.can(MANAGE) and typed != rules.givable(by)
        register = reverse(the_register().page) if picked else ""
        if role is not None:
            return redirect(register)
        return choose_role(request, typed, title=_("建立账号"), back=back, register=register)
    form = NewAccountForm(request.POST or None, areas=rules.areas_for(by, role), role=role)

    def act() -> Made:
        user = actions.make_account(role=role, by=by, **form.values())
        said = _("已建立账号。请当面发放一次性验证码,由本人设置密码。")
        return Made(said, reverse("access:account", args=[user.pk]))

    title = _("建立账号:{role}").format(role=role.label)
    return act_page(request, form, act, back=back, title=title, submit=_("建立账号"))


def role_asked(request: HttpRequest, by: User) -> Role | None:
    """The role of `?role=`; none yet; 404 for one that is not his to give."""
    wanted = request.GET.get("role", "")
    if not wanted:
        return None
    if wanted not in rules.givable(by):
        raise Http404
    return Role(wanted)


def choose_role(request: HttpRequest, roles: list[Role], **context: Any) -> HttpResponse:
    """Which of the roles that he may give; `register` leads to where a person is picked."""
    return render(request, "access/choose.html", {"roles": roles, "by_post": BY_POST, **context})


@needs(MANAGE, FORM)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody signs in with it any more."""
    user, by = account_or_404(request, pk), user_of(request)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        actions.close_account(user=user, reason=form.cleaned_data["reason"], by=by)
        return _("已停用。")

    back = reverse("access:account", args=[pk])
    title = _("{name}:停用账号").format(name=user.name)
    note = still_open(user, by)
    return act_page(request, form, act, back=back, title=title, note=note, submit=_("停用"))


@needs(MANAGE, FORM)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It may be used again, with roles given anew."""
    user, by = account_or_404(request, pk), user_of(request)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        actions.reopen_account(user=user, reason=form.cleaned_data["reason"], by=by)
        return _("已启用。原来的角色已经停止,请重新授予。")

    back = reverse("access:account", args=[pk])
    title = _("{name}:启用账号").format(name=user.name)
    return act_page(request, form, act, back=back, title=title, submit=_("启用"))


@needs(MANAGE, ACT)
def code(request: HttpRequest, pk: int) -> HttpResponse:
    """A one-time code, shown once, to be handed over face to face."""
    user = account_or_404(request, pk)
    given = codes.give_code(user, by=user_of(request))
    response = render(request, "access/code.html", {"account": user, "code": given})
    response["Cache-Control"] = "no-store"
    return response


@needs(MANAGE, FORM)
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Second factors that were lost, or an identity of the city that changed, face to face."""
    user, by = account_or_404(request, pk), user_of(request)
    if not codes.may_give(user, by):
        raise PermissionDenied
    if request.method == "POST":
        second_factor.take_away(user, by=by)
        messages.success(request, _("已重置。下次登录时,由本人重新设置两步验证。"))
        return redirect("access:account", pk)
    return render(request, "access/reset.html", {"account": user})
