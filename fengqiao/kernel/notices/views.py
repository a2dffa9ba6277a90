from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from fengqiao.kernel.accounts.gates import ACT, own
from fengqiao.kernel.notices.forms import InboxForm
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.ui.paging import page_of


@own()
def inbox(request: HttpRequest) -> HttpResponse:
    """All notices, the newest first."""
    every = Notice.objects.visible_to(request.user)
    rows, form = every, InboxForm(request.GET)
    if form.is_valid():
        if form.cleaned_data["kind"]:
            rows = rows.filter(kind=form.cleaned_data["kind"])
        if form.cleaned_data["state"]:
            rows = rows.unread()
    newest = every.values_list("pk", flat=True).first()
    context = {"form": form, "page": page_of(request, rows), "newest": newest}
    return render(request, "notices/inbox.html", context)


@own(ACT)
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what the notice is about; it is read from then on."""
    mine = Notice.objects.visible_to(request.user)
    notice = get_object_or_404(mine, pk=pk)
    mine.filter(pk=pk).mark_read()
    return redirect(notice.url or "notices:inbox")


@own(ACT)
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read that the page knew of; what came since stays unread."""
    newest = request.POST.get("newest", "")
    if newest.isdecimal() and len(newest) < 19:
        Notice.objects.visible_to(request.user).filter(pk__lte=int(newest)).mark_read()
    return redirect("notices:inbox")
