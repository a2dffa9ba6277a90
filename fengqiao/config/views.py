"""Pages that belong to no app: the health address, and errors said in Chinese without a trace.

The error pages are rendered without the frame of a signed-in user, for they must appear even when
the database cannot be asked who that is.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from fengqiao.config.errors import new_number
from fengqiao.kernel.accounts.gates import public
from fengqiao.lib.typography import typeset

WRONG_METHOD = 405


def error_page(status: int, title: str, text: str, number: str = "") -> HttpResponse:
    context = {"title": typeset(title), "text": typeset(text), "number": number}
    return HttpResponse(render_to_string("ui/error.html", context), status=status)


@public()
def health(request: HttpRequest) -> HttpResponse:
    """Says ok once the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


def too_large(request: HttpRequest) -> HttpResponse:
    return error_page(413, _("内容太大"), _("提交的内容超过 64 MB,没有保存。请缩小文件后再试。"))


def too_many(request: HttpRequest) -> HttpResponse:
    return error_page(429, _("操作太频繁"), _("短时间内提交得太多,请一分钟后再试。"))


def wrong_method(answer: HttpResponse) -> HttpResponse:
    """The address takes a button's post, not a visit, or the other way round."""
    text = _("这个地址要从页面上的按钮进入。请返回上一页再试。")
    page = error_page(WRONG_METHOD, _("不能直接打开"), text)
    page["Allow"] = answer["Allow"]
    return page


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return error_page(400, _("无法处理这个请求"), _("地址或提交的内容不完整。请返回上一页再试。"))


@login_not_required
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(403, _("没有权限"), _("您的账号不能做这件事。如有需要,请联系本单位管理员。"))


@login_not_required
def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    text = _("页面打开太久,或浏览器没有保存 Cookie,提交没有生效。请返回上一页,刷新后再提交。")
    return error_page(403, _("提交没有生效"), text)


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(404, _("没有这个页面"), _("地址可能有误,或者内容已不在这里。"))


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """The number shown here stands in the log beside the trace."""
    number = new_number()
    request.error_number = number  # type: ignore[attr-defined]
    text = _("系统出错了,您刚才的操作可能没有保存。请把下面的编号告诉管理员。")
    return error_page(500, _("系统出错"), text, number)
