from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from fengqiao.kernel.accounts import codes
from fengqiao.kernel.accounts.forms import CodeForm
from fengqiao.kernel.accounts.gates import FORM, public


@public(FORM)
@never_cache
@sensitive_post_parameters("code", "password1", "password2")
def code(request: HttpRequest) -> HttpResponse:
    """Sets a password with the code that an administrator gave."""
    if not ratelimit.consume(request, action="one_time_code"):
        return ratelimit.respond_429(request)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if codes.set_password(form.found, form.cleaned_data["password1"], request):
            messages.success(request, _("新密码已设好,请用它登录。"))
            return redirect("account_login")
        form.add_error(None, _("验证码已经用过。"))
    return render(request, "account/code.html", {"form": form})
