"""Brings the terms of a case to where its state wants them."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.workflow.tables import Given, Procedure, Running

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def settle(procedure: Procedure, case: Any, *, act: str, on: date, by: "User | None") -> None:
    """What should run runs, what should not has ended, and all of it is the owner's."""
    running = {term.name: term for term in Term.objects.about(case).open()}
    for row in procedure.terms:
        term = running.get(row.name)
        if row.runs(case):
            if term is None:
                _start(row, case, by)
            elif term.area_id != case.area.pk:
                title = title_of(row, case)
                terms.move(term, area=case.area, title=title, to=case.owner, on=on, by=by)
            elif term.owner_id != case.owner_id:
                terms.hand_over(term, to=case.owner, on=on, by=by)
        elif term is not None:
            _end(row, term, act, on, by)


def extend(case: Any, names: Iterable[str], given: Given, *, on: date, by: "User | None") -> None:
    """The running ones of these names end later, for the reason that is given."""
    for term in Term.objects.about(case).running().filter(name__in=list(names)):
        terms.extend(term, given["length"], on=on, reason=given["reason"], by=by)


def title_of(row: Running, case: Any) -> str:
    """What a term of the case is called."""
    return f"{case.number} {row.title}"


def _start(row: Running, case: Any, by: "User | None") -> None:
    since = row.since(case)
    terms.start(
        case,
        row.name,
        title=title_of(row, case),
        length=terms.length_by(row.rule, since),
        on=since,
        area=case.area,
        owner=case.owner,
        by=by,
        url=case.get_absolute_url(),
    )


def _end(row: Running, term: Term, act: str, on: date, by: "User | None") -> None:
    day = max(on, term.started_on)
    if act in row.met_by:
        terms.meet(term, on=day, by=by)
    else:
        terms.drop(term, on=day, by=by, reason=_("所办事项已有变化"))
