"""What these pages share: the account that may be seen, and a form that acts."""

from functools import partial

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts import open_work
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.ui import acting


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


act_page = partial(acting.act_page, template="access/form.html")
