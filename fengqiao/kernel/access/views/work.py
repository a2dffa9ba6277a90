"""The open work of one person, handed over to another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access.forms import HandOverForm
from fengqiao.kernel.access.handing_over import hand_over
from fengqiao.kernel.access.views.common import account_or_404
from fengqiao.kernel.accounts import open_work
from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.lib.faults import InputRefused


@needs(MANAGE, FORM)
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """What is open, and who may take it over; nothing of what it is about."""
    user, by = account_or_404(request, pk), user_of(request)
    pieces = open_work.work_of(user, by)
    able = open_work.able(pieces, timezone.localdate())
    able.pop(user, None)
    form = HandOverForm(request.POST or None, pieces=pieces, able=able)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        try:
            count = hand_over(user=user, to=to, keys=form.cleaned_data["pieces"], by=by)
        except InputRefused as refused:
            form.add_error(None, refused.message)
        else:
            words = _("已把 {count} 件工作移交给{name}。")
            messages.success(request, words.format(count=count, name=to.name))
            return redirect("access:account", pk)
    context = {"account": user, "form": form, "count": len(pieces), "able": able}
    status = 400 if form.errors else 200
    return render(request, "access/work.html", context, status=status)
