"""Only what is in use of allauth's addresses: in and out. Signing up is closed."""

from allauth.account.views import account_inactive, logout
from django.urls import path

from fengqiao.kernel.accounts.gates import ACT, FORM, public
from fengqiao.kernel.accounts.views.codes import code
from fengqiao.kernel.accounts.views.signing_in import sign_in

urlpatterns = [
    path("login/", public(FORM)(sign_in), name="account_login"),
    path("code/", code, name="account_code"),
    path("inactive/", public()(account_inactive), name="account_inactive"),
    path("logout/", public(ACT)(logout), name="account_logout"),
]
