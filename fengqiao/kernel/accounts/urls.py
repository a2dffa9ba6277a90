"""Only what is in use of allauth's addresses: in and out. Signing up is closed."""

from allauth.account.views import account_inactive, logout
from django.urls import path
from django.views.decorators.http import require_POST

from fengqiao.kernel.accounts.views import sign_in

urlpatterns = [
    path("login/", sign_in, name="account_login"),
    path("inactive/", account_inactive, name="account_inactive"),
    path("logout/", require_POST(logout), name="account_logout"),
]
