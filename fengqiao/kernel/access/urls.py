from django.urls import path

from fengqiao.kernel.access.views import accounts, rights, roles, work

app_name = "access"
urlpatterns = [
    path("", accounts.accounts, name="accounts"),
    path("rights/", rights.rights, name="rights"),
    path("new/", accounts.new, name="new"),
    path("<int:pk>/", accounts.account, name="account"),
    path("<int:pk>/close/", accounts.close, name="close"),
    path("<int:pk>/reopen/", accounts.reopen, name="reopen"),
    path("<int:pk>/code/", accounts.code, name="code"),
    path("<int:pk>/reset/", accounts.reset, name="reset"),
    path("<int:pk>/open-work/", work.work, name="work"),
    path("<int:pk>/roles/new/", roles.give, name="give"),
    path("roles/<int:pk>/end/", roles.end, name="end"),
]
