"""One's own security at one glance, and its password and devices."""

from typing import Any

from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts import second_factor, sessions
from fengqiao.kernel.accounts.gates import ACT, own
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.accounts.user_agents import device_name


@own()
def security(request: HttpRequest) -> HttpResponse:
    """What protects the account, and where it is signed in."""
    user, here = user_of(request), request.session.session_key
    places = [
        {"row": row, "device": device_name(row.user_agent), "here": row.session_key == here}
        for row in sessions.open_now(user)
    ]
    shown = {"places": places, "protected": second_factor.has(user)}
    return render(request, "account/security.html", shown)


@own(ACT)
@transaction.atomic
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Signs out on one other device, or on all others."""
    chosen = request.POST.get("session", "")
    only = {"pk": int(chosen)} if chosen.isdecimal() else {}
    count = sessions.end(
        user_of(request), sessions.ELSEWHERE, but=request.session.session_key, **only
    )
    messages.success(request, _("已结束 %(count)d 处登录。") % {"count": count})
    return redirect("account_security")


class ChangePasswordView(PasswordChangeView):
    """allauth's; who has no password yet sets one with a code."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not user_of(request).has_usable_password():
            messages.info(request, _("您还没有密码,请向管理员领取一次性验证码后设置。"))
            return redirect("account_security")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


change_password = ChangePasswordView.as_view()
