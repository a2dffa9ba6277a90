"""A dispute comes in at the counter or by telephone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.forms.register import RegisterForm
from fengqiao.duties.disputes.handlers import offices_of
from fengqiao.duties.disputes.permissions import ASSIGN, REGISTER
from fengqiao.duties.disputes.views.common import private
from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.lib.faults import InputRefused


@private(REGISTER, FORM)
def new(request: HttpRequest) -> HttpResponse:
    """The form; what was typed stays where something is wrong with it."""
    user = user_of(request)
    offices = offices_of(user, REGISTER)
    if not offices:
        return render(request, "disputes/no_office.html", status=400 if request.POST else 200)
    form = RegisterForm(
        request.POST or None, offices=offices, user=user, may_assign=user.can(ASSIGN)
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.register(by=user, **form.values())
        except InputRefused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已登记,案号%(number)s。") % {"number": made.number})
            return redirect(made)
    status = 400 if form.errors else 200
    return render(request, "disputes/new.html", {"form": form}, status=status)
