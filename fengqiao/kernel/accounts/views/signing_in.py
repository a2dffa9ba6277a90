from typing import Any

from allauth.account.views import LoginView
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from requests import RequestException

from fengqiao.kernel.accounts import identity
from fengqiao.kernel.accounts.demo import ACCOUNTS


class SignInView(LoginView):
    """allauth's sign-in with our template; a trial lists its accounts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        accounts = ACCOUNTS if settings.DEMO else []
        return super().get_context_data(demo_accounts=accounts, identity=identity.name(), **kwargs)


def enter_by_identity(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads to the city's server; allauth asks it first where its door is."""
    try:
        answer: HttpResponse = openid.login(request, provider_id=provider_id)
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=503)
    return answer


def cancelled(request: HttpRequest) -> HttpResponse:
    """Back from the city's server without having proved anything."""
    messages.info(request, _("没有用统一身份认证登录。"))
    return redirect("account_login")


sign_in = SignInView.as_view()
