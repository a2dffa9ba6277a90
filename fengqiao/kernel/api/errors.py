"""Every error of the API in one shape, with the sentences of the pages and the number of the log."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.errors import said_of
from fengqiao.lib.typography import typeset

ROOT = "/api/"


def is_call(request: HttpRequest) -> bool:
    """Whether a program asks, which is answered in JSON."""
    return request.path.startswith(ROOT)


def answer(
    request: HttpRequest, status: int, text: str | Promise = "", faults: Iterable[Any] = ()
) -> JsonResponse:
    """The error; `text` in place of the usual sentence of that status."""
    title, usual = said_of(status)
    body = {
        "status": status,
        "title": typeset(title),
        "detail": typeset(str(text) or usual),
        "number": getattr(request, "error_number", ""),
        "faults": list(faults),
    }
    answered = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    if status == 401:
        answered["WWW-Authenticate"] = "Bearer"
    return answered


def fault(field: str, text: str) -> dict[str, str]:
    """What is wrong with one field."""
    return {"field": field, "text": typeset(text)}


# What pydantic calls it, and what we say; {…} are its own figures.
SENTENCES = {
    "missing": _("缺少这一项"),
    "extra_forbidden": _("没有这一项"),
    "float_parsing": _("应为数字"),
    "float_type": _("应为数字"),
    "int_from_float": _("应为整数"),
    "bool_type": _("应为 true 或 false"),
    "date_from_datetime_inexact": _("应为日期,如 2026-06-30"),
    "list_type": _("应为一个列表"),
    "string_pattern_mismatch": _("不能为空,也不能含有控制字符"),
    "enum": _("应为下列之一:{expected}"),
    "literal_error": _("应为下列之一:{expected}"),
    "int_parsing": _("应为整数"),
    "int_type": _("应为整数"),
    "string_type": _("应为文字"),
    "bool_parsing": _("应为 true 或 false"),
    "date_parsing": _("应为日期,如 2026-06-30"),
    "date_from_datetime_parsing": _("应为日期,如 2026-06-30"),
    "date_type": _("应为日期,如 2026-06-30"),
    "greater_than_equal": _("不能小于 {ge}"),
    "less_than_equal": _("不能大于 {le}"),
    "string_too_long": _("不能超过 {max_length} 个字"),
    "string_too_short": _("不能少于 {min_length} 个字"),
}


def validation_faults(found: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """The faults of a request, each at its field."""
    return [fault(".".join(_fields(one["loc"])), _sentence(one)) for one in found]


def _fields(place: Iterable[Any]) -> list[str]:
    """The way to the field, without where it was sent and what we call the body."""
    sent, *steps = (str(step) for step in place)
    return (steps[1:] if sent == "body" else steps) or [sent]


def _sentence(one: dict[str, Any]) -> str:
    words = str(SENTENCES.get(one["type"], _("不符合要求")))
    return words.format(**{name: _told(cell) for name, cell in one.get("ctx", {}).items()})


def _told(cell: Any) -> Any:
    """Choices as a list without quotes and without an English "or"."""
    if not isinstance(cell, str):
        return cell
    return cell.replace("'", "").replace(" or ", "、").replace(", ", "、")
