"""What these pages share: the account that may be seen, and a form that acts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

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
