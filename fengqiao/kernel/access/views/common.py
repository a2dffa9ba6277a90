"""What these pages share: the account that may be seen, and a form that acts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts import open_work
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.lib.faults import InputRefused


def account_or_404(request: HttpRequest, pk: int) -> User:
    """The account, if the user may see it."""
    found: User = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    return found


def grant_or_404(request: HttpRequest, pk: int) -> Grant:
    """The grant, if the user may see it."""
    rows = Grant.objects.visible_to(request.user).select_related("user", "area")
    found: Grant = get_object_or_404(rows, pk=pk)
    return found


def still_open(user: User, by: User) -> str:
    """What an end leaves to be handed over; empty where that is nothing."""
    count = len(open_work.work_of(user, by))
    words = _("还有 {count} 件未办结的工作,停止后列在“今日”,直到移交。")
    return words.format(count=count) if count else ""


def act_page(
    request: HttpRequest, form: Form, act: Callable[[], str], *, back: str, **context: Any
) -> HttpResponse:
    """A page with one form: a valid post acts, says what was done and goes `back`; a refused one
    leaves what was typed and says why."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
            return redirect(back)
        except InputRefused as refused:
            form.add_error(None, refused.message)
    status = 400 if form.errors else 200
    context |= {"form": form, "back": back}
    return render(request, "access/form.html", context, status=status)
