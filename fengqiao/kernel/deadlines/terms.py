"""What may happen to a term: it starts, is paused and goes on, is extended, handed over, met or
dropped. Called by the act that is its ground, inside that act's transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.deadlines.calendar import in_force
from fengqiao.kernel.deadlines.levels import next_watch
from fengqiao.kernel.deadlines.models import Change, Level, Term, TermChange, TermState
from fengqiao.lib.days import ONE, Calendar, Unit, reckon
from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.statutes import load

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

LONGEST = 1000  # units, as in the statutes
BATCH = 1000  # rows of one statement


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is and where that is written; `cite` is empty where it was not verified."""

    length: int
    unit: Unit
    rolls: bool
    rule: str = ""
    cite: str = ""


def length_by(rule: str, on: date) -> Length:
    """The length that a rule of law gives on the day; KeyError for a rule that is not there,
    InputRefused before it was in force."""
    statute = load()[rule]
    value = statute.on(on)
    if value is None:
        raise InputRefused(_("%(title)s的规定在这一天还没有施行。") % {"title": statute.title})
    term = value.term
    return Length(term.length, term.unit, term.rolls, rule, value.cite if value.verified else "")


@transaction.atomic
def start(
    subject: Model,
    name: str,
    *,
    title: str,
    length: Length,
    on: date,
    area: Area,
    owner: "User | None",
    by: "User | None",
    url: str,
) -> Term:
    """A term of the subject begins; the first day is not counted. One of a name runs at a time."""
    term = new(subject, name, title=title, length=length, on=on, area=area, owner=owner, url=url)
    return _keep(term, Change.STARTED, on, by)


def new(
    subject: Model,
    name: str,
    *,
    title: str,
    length: Length,
    on: date,
    area: Area,
    owner: "User | None",
    url: str,
    calendar: Calendar | None = None,
) -> Term:
    """The same, not yet saved; for `start_many`, with the calendar that is in force."""
    term = Term(
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        name=name,
        title=title,
        url=url,
        area=area,
        owner=owner,
        rule=length.rule,
        cite=length.cite,
        length=length.length,
        unit=length.unit.value,
        rolls=length.rolls,
        started_on=on,
    )
    _count(term, on, length.length, length.unit, calendar)
    return term


@transaction.atomic
def start_many(terms: Sequence[Term], *, by: "User | None") -> None:
    """All of these begin, in a number of statements that does not grow with each of them."""
    Term.objects.bulk_create(terms, BATCH)
    _keep_many(terms, Change.STARTED, [term.started_on for term in terms], by)


@transaction.atomic
def drop_many(terms: Sequence[Term], *, on: date, by: "User | None", reason: str) -> None:
    """What all of these were for is no longer to be done; the caller has locked their subjects."""
    for chunk in _batches(terms):
        rows = Term.objects.open().filter(pk__in=[term.pk for term in chunk])
        rows.update(state=TermState.DROPPED, ended_on=on, watch_on=None, paused_on=None, left=None)
    _keep_many(terms, Change.DROPPED, [on] * len(terms), by, reason)


def _batches(terms: Sequence[Term]) -> Iterator[Sequence[Term]]:
    yield from (terms[at : at + BATCH] for at in range(0, len(terms), BATCH))


def _keep_many(
    terms: Sequence[Term],
    change: Change,
    days: Sequence[date],
    by: "User | None",
    reason: str = "",
) -> None:
    rows = [
        TermChange(term=term, change=change, on=on, due_on=term.due_on, reason=reason, by=by)
        for term, on in zip(terms, days, strict=True)
    ]
    TermChange.objects.bulk_create(rows, BATCH)


@transaction.atomic
def pause(term: Term, *, on: date, reason: str, by: "User | None") -> Term:
    """From the day on nothing is counted, that day included."""
    term = _locked(term, TermState.RUNNING)
    if not term.started_on < on <= term.due_on:
        raise InputRefused(_("暂停的日期应在起算日之后、到期日之前。"))
    term.state, term.paused_on, term.left = TermState.PAUSED, on, _left_on(term, on)
    term.watch_on = None
    return _keep(term, Change.PAUSED, on, by, reason)


@transaction.atomic
def resume(term: Term, *, on: date, by: "User | None", reason: str = "") -> Term:
    """From the day on what was left is counted, that day included."""
    term = _locked(term, TermState.PAUSED)
    if term.paused_on is None or term.left is None or on < term.paused_on:
        raise InputRefused(_("恢复的日期不能早于暂停的日期。"))
    unit = Unit.WORKING_DAYS if term.unit == Unit.WORKING_DAYS else Unit.DAYS
    _count(term, on - ONE, term.left, unit)
    term.state, term.paused_on, term.left = TermState.RUNNING, None, None
    return _keep(term, Change.RESUMED, on, by, reason)


@transaction.atomic
def extend(term: Term, length: int, *, on: date, reason: str, by: "User | None") -> Term:
    """So many units more, counted on from its last day; only before it has ended."""
    term = _locked(term, TermState.RUNNING)
    if on > term.due_on:
        raise InputRefused(_("期限已过,不能再延长。"))
    if not reason:
        raise InputRefused(_("延长期限要写明理由。"))
    _count(term, term.last_on, length, Unit(term.unit))
    return _keep(term, Change.EXTENDED, on, by, reason)


@transaction.atomic
def hand_over(
    term: Term, *, to: "User | None", on: date, by: "User | None", reason: str = ""
) -> Term:
    """Somebody else answers for it from now on."""
    term = _locked(term, TermState.RUNNING, TermState.PAUSED)
    term.owner = to
    return _keep(term, Change.HANDED_OVER, on, by, reason)


@transaction.atomic
def move(
    term: Term, *, area: Area, title: str, to: "User | None", on: date, by: "User | None"
) -> Term:
    """Its record lies elsewhere from now on, under that title; the end stays as it was."""
    term = _locked(term, TermState.RUNNING, TermState.PAUSED)
    term.area, term.title, term.owner = area, title, to
    return _keep(term, Change.HANDED_OVER, on, by)


@transaction.atomic
def meet(term: Term, *, on: date, by: "User | None") -> Term:
    """What the term was for was done on the day."""
    return _end(term, TermState.MET, Change.MET, on, by)


@transaction.atomic
def drop(term: Term, *, on: date, by: "User | None", reason: str) -> Term:
    """What the term was for is no longer to be done."""
    return _end(term, TermState.DROPPED, Change.DROPPED, on, by, reason)


@transaction.atomic
def recount(term: Term, *, on: date) -> bool:
    """Count a running term anew by the calendar as it stands now; whether its end moved."""
    term = _locked(term, TermState.RUNNING)
    before = term.due_on
    _count(term, term.counted_from, term.counted_length, Unit(term.counted_unit))
    if term.due_on == before:
        term.save()
        return False
    _keep(term, Change.RECOUNTED, on, None)
    return True


def _end(
    term: Term, state: TermState, change: Change, on: date, by: "User | None", reason: str = ""
) -> Term:
    term = _locked(term, TermState.RUNNING, TermState.PAUSED)
    if on < term.started_on:
        raise InputRefused(_("日期不能早于起算日%(day)s。") % {"day": term.started_on.isoformat()})
    term.state, term.ended_on, term.watch_on = state, on, None
    term.paused_on, term.left = None, None
    return _keep(term, change, on, by, reason)


def _locked(term: Term, *states: TermState) -> Term:
    """As it stands now, locked; what others did to it meanwhile counts."""
    found = Term.objects.select_for_update().get(pk=term.pk)
    if found.state not in states:
        raise InputRefused(
            _("“%(title)s”%(state)s,不能这样处理。")
            % {"title": found.title, "state": found.get_state_display()}
        )
    return found


def _count(
    term: Term, start: date, length: int, unit: Unit, calendar: Calendar | None = None
) -> None:
    """Where it ends now, counted from there; and when the watch looks next."""
    if not 1 <= length <= LONGEST:
        raise InputRefused(_("期限应在1至%(most)s之间。") % {"most": LONGEST})
    found = reckon(start, length, unit, calendar or in_force(), rolls=term.rolls)
    term.counted_from, term.counted_length, term.counted_unit = start, length, unit.value
    term.last_on, term.due_on, term.provisional = found.last, found.due, found.provisional
    term.level = Level.QUIET
    term.watch_on = next_watch(term, Level.QUIET)


def _left_on(term: Term, on: date) -> int:
    """Units that are not yet used up when the counting stops on the day."""
    if term.unit == Unit.WORKING_DAYS:
        return in_force().workdays(on, term.last_on)
    return max(1, (term.last_on - on).days + 1)


def _keep(term: Term, change: Change, on: date, by: "User | None", reason: str = "") -> Term:
    term.save()
    term.changes.create(change=change, on=on, due_on=term.due_on, reason=reason, by=by)
    return term
