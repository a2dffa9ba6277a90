"""Cases come in from a ledger as they ended there, many at once (ADR 35).

No guard is asked: whether a row may be as it is, the ledger's own rules have said before. Nothing is
made up either: no papers, no notices, no acts that nobody recorded here. A case is marked with the
state in which it came, its timeline begins with that, and terms run only while it is open.

The caller holds one transaction and, of cases that are there already, their locked rows.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.calendar import in_force
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.deadlines.terms import Length
from fengqiao.kernel.workflow.tables import (
    TAKE_AGAIN,
    TAKE_OVER,
    Procedure,
    Running,
    Said,
    Transition,
)
from fengqiao.kernel.workflow.terms import title_of
from fengqiao.lib.days import Calendar
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

BATCH = 1000  # rows of one statement


class Taken(NamedTuple):
    """A case as the ledger has it, and what its timeline keeps of that."""

    case: Any
    said: Said


def take_over(procedure: Procedure, rows: Sequence[Taken], *, by: "User | None", on: date) -> None:
    """Cases that are not yet saved are there from now on, each in the state that it has."""
    row = _row(procedure, TAKE_OVER)
    for chunk in _chunks(rows):
        cases = [one.case for one in chunk]
        for case in cases:
            case.taken_over, case.version = case.state, 1
        type(cases[0]).objects.bulk_create(cases, BATCH)
        _leave(procedure, row, chunk, [""] * len(chunk), by=by, on=on)
        _start_terms(procedure, cases, {}, by=by, on=on)


def take_again(procedure: Procedure, rows: Sequence[Taken], *, by: "User | None", on: date) -> None:
    """The ledger says something else of cases that it brought; they are as it says from now on."""
    row = _row(procedure, TAKE_AGAIN)
    for chunk in _chunks(rows):
        cases = [one.case for one in chunk]
        before = [case.taken_over for case in cases]
        for case in cases:
            case.taken_over, case.version = case.state, case.version + 1
        _rewrite(cases)
        _leave(procedure, row, chunk, before, by=by, on=on)
        _settle_terms(procedure, cases, by=by, on=on)


def _row(procedure: Procedure, act: str) -> Transition:
    return next(row for row in procedure.ledger if row.act == act)


def _chunks(rows: Sequence[Taken]) -> Iterator[Sequence[Taken]]:
    yield from (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def _rewrite(cases: Sequence[Any]) -> None:
    """All columns of rows that are there: one statement, where an update of each would be many."""
    model = type(cases[0])
    names = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model.objects.bulk_create(
        cases, BATCH, update_conflicts=True, unique_fields=["id"], update_fields=names
    )


def _leave(
    procedure: Procedure,
    row: Transition,
    chunk: Sequence[Taken],
    before: Sequence[str],
    *,
    by: "User | None",
    on: date,
) -> None:
    """The timeline. The trail is the importer's: one entry for all that one file brought."""
    event = procedure.event
    event.objects.bulk_create(
        [
            event(
                case=one.case,
                act=row.act,
                on=on,
                by=by,
                state_before=state,
                state_after=one.case.state,
                said=one.said,
            )
            for one, state in zip(chunk, before, strict=True)
        ],
        BATCH,
    )


def _settle_terms(
    procedure: Procedure, cases: Sequence[Any], *, by: "User | None", on: date
) -> None:
    """Terms of what is no longer so are dropped, and begin anew from the days that the ledger has."""
    by_pk = {case.pk: case for case in cases}
    rows = {row.name: row for row in procedure.terms}
    kind = type(cases[0])._meta.label_lower
    found = list(Term.objects.open().filter(subject_kind=kind, subject_id__in=list(by_pk)))
    right, wrong = {}, []
    for term in found:
        case, row = by_pk[term.subject_id], rows.get(term.name)
        if row and row.runs(case) and _fits(term, row, case):
            right[term.subject_id, term.name] = term
        else:
            wrong.append(term)
    terms.drop_many(wrong, on=on, by=by, reason=_("台账所记已有变化"))
    _start_terms(procedure, cases, right, by=by, on=on)


def _fits(term: Term, row: Running, case: Any) -> bool:
    return term.started_on == row.since(case) and term.owner_id == case.owner_id


def _start_terms(
    procedure: Procedure,
    cases: Sequence[Any],
    there: dict[tuple[int, str], Term],
    *,
    by: "User | None",
    on: date,
) -> None:
    """For open cases alone: what ended in the ledger owes nothing here."""
    calendar = in_force()
    wanted = [
        _begun(row, case, calendar, on)
        for case in cases
        if case.state not in procedure.ends
        for row in procedure.terms
        if row.runs(case) and (case.pk, row.name) not in there
    ]
    terms.start_many(wanted, by=by)


def _begun(row: Running, case: Any, calendar: Calendar, on: date) -> Term:
    since = row.since(case)
    return terms.new(
        case,
        row.name,
        title=title_of(row, case),
        length=_length(row, since, on),
        on=since,
        area=case.area,
        owner=case.owner,
        url=case.get_absolute_url(),
        calendar=calendar,
    )


def _length(row: Running, since: date, on: date) -> Length:
    """Of a day before the rule was in force there is no other length than today's."""
    try:
        return terms.length_by(row.rule, since)
    except InputRefused:
        return terms.length_by(row.rule, on)
