"""Only what is in use of allauth's addresses, each with its gate. Signing up is closed.

What changes something is one transaction with its trail.
"""

from allauth.account.views import account_inactive, logout, reauthenticate
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount.providers.openid_connect import views as openid
from django.db.transaction import atomic
from django.urls import path

from fengqiao.kernel.accounts.gates import ACT, FORM, own, public
from fengqiao.kernel.accounts.views import factors, security
from fengqiao.kernel.accounts.views.codes import code
from fengqiao.kernel.accounts.views.signing_in import cancelled, enter_by_identity, sign_in

form = own(FORM)
city = {"provider_id": "city"}  # its unified identity, where one is configured
keys = "second-factor/keys/"
urlpatterns = [
    path("login/", public(FORM)(sign_in), name="account_login"),
    path("login/second/", public(FORM)(mfa.authenticate), name="mfa_authenticate"),
    path("oidc/", public()(enter_by_identity), city, name="openid_connect_login"),
    path("oidc/back/", public()(openid.callback), city, name="openid_connect_callback"),
    path("oidc/cancelled/", public()(cancelled), name="socialaccount_login_cancelled"),
    path("code/", code, name="account_code"),
    path("inactive/", public()(account_inactive), name="account_inactive"),
    path("security/", security.security, name="account_security"),
    path("sessions/end/", security.end_sessions, name="account_end_sessions"),
    path("password/", form(atomic(security.change_password)), name="account_change_password"),
    path("again/", form(reauthenticate), name="account_reauthenticate"),
    path("again/code/", form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("again/key/", form(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("second-factor/", factors.factors, name="mfa_index"),
    path("second-factor/app/", form(atomic(totp.activate_totp)), name="mfa_activate_totp"),
    path("second-factor/app/end/", form(atomic(totp.deactivate_totp)), name="mfa_deactivate_totp"),
    path(keys, form(atomic(webauthn.add_webauthn)), name="mfa_add_webauthn"),
    path(f"{keys}<int:pk>/end/", form(atomic(factors.remove_key)), name="mfa_remove_webauthn"),
    path(
        "second-factor/codes/", own()(recovery.view_recovery_codes), name="mfa_view_recovery_codes"
    ),
    path(
        "second-factor/codes/new/",
        form(atomic(recovery.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path("logout/", public(ACT)(logout), name="account_logout"),
]
