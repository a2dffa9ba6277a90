"""Only what is in use of allauth's addresses, each with its gate. Signing up is closed."""

from allauth.account.views import account_inactive, logout
from django.db.transaction import atomic
from django.urls import path

from fengqiao.kernel.accounts.gates import ACT, FORM, own, public
from fengqiao.kernel.accounts.views import security
from fengqiao.kernel.accounts.views.codes import code
from fengqiao.kernel.accounts.views.signing_in import sign_in

urlpatterns = [
    path("login/", public(FORM)(sign_in), name="account_login"),
    path("code/", code, name="account_code"),
    path("inactive/", public()(account_inactive), name="account_inactive"),
    path("security/", security.security, name="account_security"),
    path("sessions/end/", security.end_sessions, name="account_end_sessions"),
    path(
        "password/",
        own(FORM)(atomic(security.change_password)),  # with its trail
        name="account_change_password",
    ),
    path("logout/", public(ACT)(logout), name="account_logout"),
]
