"""Issues papers: number and values are frozen in the transaction of the act, and drawn afterwards."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from fengqiao.kernel.documents.models import Paper, PaperState, Template
from fengqiao.kernel.documents.models.paper import PaperQuerySet
from fengqiao.kernel.documents.tables import Document, name_of
from fengqiao.kernel.jobs.running import start

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

DRAW = "documents.draw"  # the job


def issue_of_act(
    documents: Iterable[Document], case: Any, event: Any, *, by: "User | None"
) -> list[Paper]:
    """What the table says that this act makes; and what it says holds no more after it."""
    for row in documents:
        if event.act in row.lapses_by:
            _rows(row, case).standing().update(state=PaperState.LAPSED)
    made = [
        _frozen(one, case, on=event.on, by=by, event=event)
        for one in documents
        if event.act in one.made_by and one.fits(case) and one.when(case, event)
    ]
    _draw(made, by)
    return made


def issue(
    document: Document,
    case: Any,
    *,
    by: "User | None",
    on: date,
    extra: dict[str, str] | None = None,
) -> Paper:
    """One by hand; `extra` are values that no record holds. The caller records it."""
    paper = _frozen(document, case, on=on, by=by, extra=extra or {})
    _draw([paper], by)
    return paper


def void_of_act(documents: Iterable[Document], case: Any, event: Any) -> None:
    """The act was a mistake: what it made is void, and stays in the file as such; what it let lapse
    holds again."""
    Paper.objects.about(case).filter(event_id=event.pk).update(state=PaperState.VOID)
    for row in documents:
        last = _rows(row, case).order_by("-version").first() if event.act in row.lapses_by else None
        if last is not None and last.state == PaperState.LAPSED:
            Paper.objects.filter(pk=last.pk).update(state=PaperState.STANDING)


def _rows(document: Document, case: Any) -> PaperQuerySet:
    return Paper.objects.about(case).filter(document=name_of(document, case))


def _frozen(
    document: Document,
    case: Any,
    *,
    on: date,
    by: "User | None",
    event: Any = None,
    extra: dict[str, str] | None = None,
) -> Paper:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(f"{document.name} is issued without its act")
    before = None if document.many else _before(document, case)
    number = before.number if before else document.number(case, on) if document.number else ""
    values = {**document.fields(case, event), **(extra or {})}
    return Paper.objects.create(
        subject_kind=case._meta.label_lower,
        subject_id=case.pk,
        document=name_of(document, case),
        title=str(document.title),
        case_number=case.number,
        number=number,
        version=before.version + 1 if before else 1,
        area=case.area,
        layout=len(document.layouts),
        template=Template.objects.of(name_of(document, case), case.area).on(on).first(),
        values={**values, "文号": number or case.number},
        event_id=event.pk if event else None,
        made_on=on,
        by=by,
        code=secrets.token_hex(16),
    )


def _before(document: Document, case: Any) -> Paper | None:
    """The version that this one replaces. A void one is replaced too: its number is not reused for
    another matter, so it goes on."""
    rows = _rows(document, case)
    last = rows.order_by("-version").first()
    rows.standing().update(state=PaperState.REPLACED)
    return last


def _draw(papers: list[Paper], by: "User | None") -> None:
    if papers:
        start(DRAW, by=by, papers=[paper.pk for paper in papers])
