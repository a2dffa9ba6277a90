"""What belongs to no app: errors said in Chinese without a trace.

A person gets a page without the frame of a signed-in user, for it must appear even when the
database cannot be asked who that is; a program gets the same sentences as JSON. Each error bears
the number of its request, under which the log speaks of it.
"""

import sys

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from fengqiao.config.why import is_busy
from fengqiao.kernel.api import errors
from fengqiao.kernel.ui.errors import said_of
from fengqiao.lib.typography import typeset

WRONG_METHOD = 405


def said(request: HttpRequest, status: int, title: str = "", text: str = "") -> HttpResponse:
    """The error as a page or as JSON; the usual sentences of the status where none are given."""
    if errors.is_call(request):
        return errors.answer(request, status, text)
    usual_title, usual = said_of(status)
    context = {
        "title": typeset(title or usual_title),
        "text": typeset(text or usual),
        "number": getattr(request, "error_number", ""),
    }
    return HttpResponse(render_to_string("ui/error.html", context), status=status)


def too_large(request: HttpRequest) -> HttpResponse:
    return said(request, 413)


def too_large_unknown(request: HttpRequest) -> HttpResponse:
    """Who sends is not signed in, and what he sends was not read."""
    return said(request, 413, text=_("没有登录时不接收这么多内容。请先登录,再提交。"))


def too_slow(request: HttpRequest) -> HttpResponse:
    return said(request, 408)


def too_many(request: HttpRequest) -> HttpResponse:
    """The limits of signing in are of a minute; those of one account say their time in the form."""
    answer = said(request, 429)
    answer["Retry-After"] = "60"
    return answer


def wrong_method(request: HttpRequest, answer: HttpResponseBase) -> HttpResponse:
    """The address takes a button's post, not a visit, or the other way round."""
    page = said(request, WRONG_METHOD)
    page["Allow"] = answer["Allow"]
    return page


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return said(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return said(request, 403)


@login_not_required
def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    request.form_expired = True  # type: ignore[attr-defined]
    text = _("页面打开太久,或浏览器没有保存 Cookie,提交没有生效。请返回上一页,刷新后再提交。")
    return said(request, 403, _("提交没有生效"), text)


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return said(request, 404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """The number shown here stands in the log beside the trace. Where somebody else was writing for
    long, nothing is broken: one tries again."""
    error = sys.exc_info()[1]
    busy = isinstance(error, Exception) and is_busy(error)
    return said(request, 503 if busy else 500)
