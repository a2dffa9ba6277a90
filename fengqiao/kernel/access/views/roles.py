"""Roles given to an account, and ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.access import actions, rules
from fengqiao.kernel.access.forms import EndForm, RoleForm
from fengqiao.kernel.access.permissions import BY_POST
from fengqiao.kernel.access.posts import the_register
from fengqiao.kernel.access.views.accounts import choose_role, role_asked
from fengqiao.kernel.access.views.common import account_or_404, act_page, grant_or_404, still_open
from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.accounts.requests import user_of


@needs(MANAGE, FORM)
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """One more role: first which, then where and how long."""
    user, by = account_or_404(request, pk), user_of(request)
    back = reverse("access:account", args=[pk])
    role = role_asked(request, by)
    title = _("{name}:授予角色").format(name=user.name)
    if role is None:
        return choose_role(request, rules.givable(by), title=title, back=back)
    areas = rules.areas_for(by, role, user)
    if not areas and role in BY_POST:
        picking = f"{reverse(the_register().page)}?account={pk}"
        context = {"account": user, "title": title, "role": role, "picking": picking}
        return render(request, "access/no_post.html", context)
    form = RoleForm(request.POST or None, areas=areas, role=role)

    def act() -> str:
        actions.give_role(user=user, role=role, by=by, **form.values())
        return _("已授予“{role}”角色。").format(role=role.label)

    return act_page(request, form, act, back=back, title=title, note=role.label, submit=_("授予"))


@needs(MANAGE, FORM)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The role is held no more from a day on."""
    grant, by = grant_or_404(request, pk), user_of(request)
    form = EndForm(request.POST or None)

    def act() -> str:
        actions.end_role(
            grant=grant, on=form.cleaned_data["on"], reason=form.cleaned_data["reason"], by=by
        )
        return _("已停止“{role}”角色。").format(role=grant.get_role_display())

    return act_page(
        request,
        form,
        act,
        back=reverse("access:account", args=[grant.user_id]),
        title=_("{name}:停止角色").format(name=grant.user.name),
        note=" ".join(filter(None, [str(grant), still_open(grant.user, by)])),
        submit=_("停止"),
    )
