"""Judgements for programs, in the keys of the judgement file, and judging anew."""

from datetime import date, datetime
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import Form
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Schema
from pydantic import Field

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.api.api import JobOut
from fengqiao.kernel.api.cursors import page_of
from fengqiao.kernel.api.operations import reads, writes
from fengqiao.kernel.api.schemas import Body, Page, Paging, Word
from fengqiao.lib.faults import Fault, InputRefused
from fengqiao.oversight.standards import tasks
from fengqiao.oversight.standards.forms import JudgeForm, WithdrawForm
from fengqiao.oversight.standards.keeping import district_results, office_results
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE, SEE
from fengqiao.oversight.standards.seen import offices_seen, seen_by
from fengqiao.oversight.standards.selection import MEETS
from fengqiao.oversight.standards.withdrawing import withdraw

router = Router(tags=["达标"])
Verdict = Literal["met", "unmet", "unknown"]


class JudgementOut(Schema):
    """A judgement that is kept."""

    id: int
    standard: str
    title: str
    edition: str
    as_of: date
    kept_at: datetime
    withdrawn_at: datetime | None = Field(description="作废的时间;null 为有效")
    withdrawn_why: str


class DistrictOut(Schema):
    """The offices of one class in one district against the year's target."""

    district: str
    size: str
    offices: int
    met: int
    unknown: int
    rate: float | None
    target: float
    reached: bool
    short_by: int


class JudgementDetail(JudgementOut):
    """With the rates of the districts that one sees offices of."""

    districts: list[DistrictOut]


class JudgementFilter(Paging):
    withdrawn: bool = Field(False, description="true 只列已作废的;不填只列有效的")


class OfficeFilter(Paging):
    district: Word = Field("", description="市(区)名称")
    size: Word = Field("", description="分类")
    meets: Verdict | None = Field(None, description="met 达标,unmet 未达标,unknown 待定")
    q: Word = Field("", description="名称中的文字或编码的开头")


class JudgedOut(Schema):
    """An office in a judgement; `meets` null: not known."""

    code: str
    name: str
    district: str
    kind: str
    size: str | None
    meets: bool | None
    unmet: int
    unknown: int


class ItemOut(Schema):
    """One item: what is there, what is wanted, and why, in one sentence."""

    id: str
    clause: str
    verdict: Verdict
    actual: bool | int | float | None
    required: bool | int | float | None
    gap: int | float | None
    unit: str
    why: str


class JudgedDetail(Schema):
    """An office as the judgement file has it."""

    code: str
    name: str
    district: str
    kind: str
    size: str | None
    meets: bool | None
    items: list[ItemOut]


class JudgeIn(Body):
    """By which standard, and on which day."""

    standard: Word = Field(description="标准,如 taizhou-2021")
    on: date = Field(description="评定日,可以是今天或过去的任何一天")


class WithdrawIn(Body):
    """Why it shall stand no more."""

    why: str = Field(max_length=300, pattern=r"^[^\x00]*$", description="作废的理由")


def _head(kept: Judgement) -> dict[str, Any]:
    names = ("standard", "title", "edition", "kept_at", "withdrawn_at", "withdrawn_why")
    return {"id": kept.pk, "as_of": kept.on} | {name: getattr(kept, name) for name in names}


def _kept_or_404(request: HttpRequest, pk: int) -> Judgement:
    rows = Judgement.objects.visible_to(request.user).select_related("area")
    return get_object_or_404(rows, pk=pk)


@reads(router, "/judgements", SEE, Page[JudgementOut], "达标评定,最近的在前")
def judgements(request: HttpRequest, asked: JudgementFilter = Query(...)) -> Any:  # noqa: B008
    rows = Judgement.objects.visible_to(request.user).defer("about")
    chosen = rows.withdrawn() if asked.withdrawn else rows.current()
    page = page_of(request, chosen, asked, by="-pk")
    return page | {"items": [_head(kept) for kept in page["items"]]}


@writes(router, "/judgements", JUDGE, JobOut, "按某一天登记的情况评定", status=202)
def start_judgement(request: HttpRequest, asked: JudgeIn) -> JobOut:
    typed = _typed(JudgeForm(asked.model_dump()))
    return JobOut.of(
        tasks.start_judging(standard=typed["standard"], on=typed["on"], by=user_of(request))
    )


def _typed(form: Form) -> dict[str, Any]:
    """What was sent, by the rules and in the words of the page."""
    if not form.is_valid():
        faults = [
            Fault("", 0, name, "", str(text))
            for name, texts in form.errors.items()
            for text in texts
        ]
        raise InputRefused("", faults)
    return form.cleaned_data


@reads(router, "/judgements/{int:pk}", SEE, JudgementDetail, "一次评定和各市(区)的达标率")
def judgement(request: HttpRequest, pk: int) -> Any:
    kept = _kept_or_404(request, pk)
    rates = district_results(kept, **seen_by(request.user, kept).within)
    rates.sort(key=lambda row: row.district)  # by code point, as the judgement file has them
    return _head(kept) | {"districts": [_rate(row) for row in rates]}


def _rate(row: Any) -> dict[str, Any]:
    """Exact fractions as the nearest number, as the judgement file has them."""
    names = ("district", "size", "offices", "met", "unknown", "reached", "short_by")
    rate = None if row.rate is None else float(row.rate)
    return {name: getattr(row, name) for name in names} | {
        "rate": rate,
        "target": float(row.target),
    }


def _own_or_refused(request: HttpRequest, pk: int) -> Judgement:
    kept = _kept_or_404(request, pk)
    if kept.area and not user_of(request).can(JUDGE, kept.area):
        raise PermissionDenied
    return kept


@writes(
    router,
    "/judgements/{int:pk}/withdraw",
    JUDGE,
    JudgementOut,
    "作废一次评定,写明理由",
    status=200,
    reaches=_own_or_refused,
)
def withdraw_judgement(request: HttpRequest, pk: int, asked: WithdrawIn) -> JudgementOut:
    kept = _own_or_refused(request, pk)
    withdraw(kept, why=_typed(WithdrawForm(asked.model_dump()))["why"], by=user_of(request))
    return JudgementOut(**_head(kept))


@reads(router, "/judgements/{int:pk}/offices", SEE, Page[JudgedOut], "一次评定中的司法所")
def judged_offices(request: HttpRequest, pk: int, asked: OfficeFilter = Query(...)) -> Any:  # noqa: B008
    kept = _kept_or_404(request, pk)
    rows = offices_seen(request.user, kept)
    for name in ("district", "size"):
        if wanted := getattr(asked, name):
            rows = rows.filter(**{name: wanted})
    if asked.meets:
        rows = rows.filter(MEETS[asked.meets])
    if asked.q:
        rows = rows.filter(Q(name__contains=asked.q) | Q(code__startswith=asked.q))
    page = page_of(request, rows, asked, by="row")
    for row in page["items"]:
        row.size = row.size or None
    return page


@reads(
    router,
    "/judgements/{int:pk}/offices/{path:code}",
    SEE,
    JudgedDetail,
    "一个司法所在一次评定中的各条目",
)
def judged_office(request: HttpRequest, pk: int, code: Word = Path(...)) -> Any:  # noqa: B008
    kept = _kept_or_404(request, pk)
    row = get_object_or_404(offices_seen(request.user, kept).select_related("detail"), code=code)
    return next(office_results(kept, [row]))
