from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy

from fengqiao.kernel.accounts import second_factor
from fengqiao.kernel.accounts.gates import own
from fengqiao.kernel.accounts.requests import user_of


@own()
def factors(request: HttpRequest) -> HttpResponse:
    """The second factors that are set up, and what may be added."""
    user = user_of(request)
    held = second_factor.of(user)
    shown = {
        "app": next((one for one in held if one.type == "totp"), None),
        "keys": [one for one in held if one.type == "webauthn"],
        "recovery": next((one.wrap() for one in held if one.type == "recovery_codes"), None),
        "wanted": second_factor.wants(user),
    }
    return render(request, "mfa/index.html", shown)


remove_key = RemoveWebAuthnView.as_view(success_url=reverse_lazy("mfa_index"))
