"""Lists in parts, by the last row seen: what is added or ended meanwhile shifts nothing.

A cursor is signed together with the list that it belongs to; it is opaque, and of use there only.
"""

from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fengqiao.kernel.api.schemas import Paging
from fengqiao.lib.faults import Fault, InputRefused

APART = ("cursor", "limit")  # of the address, what does not change which list it is


def page_of(
    request: HttpRequest, rows: QuerySet[Any], paging: Paging, *, by: str
) -> dict[str, Any]:
    """The part that the address asks for. `by` is a column that is different in each row, with `-`
    for a falling order."""
    name, down = by.removeprefix("-"), by.startswith("-")
    if paging.cursor:
        past = _opened(request, paging.cursor)
        rows = rows.filter(**{f"{name}__{'lt' if down else 'gt'}": past})
    found = list(rows.order_by(by)[: paging.limit + 1])
    shown = found[: paging.limit]
    more = len(found) > paging.limit
    return {
        "items": shown,
        "next": signing.dumps(_value(shown[-1], name), salt=_salt(request)) if more else None,
    }


def _value(row: Any, name: str) -> Any:
    return row.pk if name == "pk" else getattr(row, name)


def _opened(request: HttpRequest, cursor: str) -> Any:
    try:
        return signing.loads(cursor, salt=_salt(request))
    except signing.BadSignature:
        wrong = Fault("", 0, "cursor", "", _("应为本列表上一页给出的 next"))
        raise InputRefused(_("翻页位置不是这个列表的。"), [wrong]) from None


def _salt(request: HttpRequest) -> str:
    asked = sorted((name, value) for name, value in request.GET.items() if name not in APART)
    return f"api.cursor:{request.path}?{urlencode(asked)}"
