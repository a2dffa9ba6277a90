"""The end of a term, told so that a reader can check every step of it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.deadlines.calendar import in_force
from fengqiao.kernel.deadlines.reading import weekday
from fengqiao.lib.days import ONE, Calendar, Reckoned, Unit, reckon
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.rulebook.statutes import Statute, Term, Value

UNITS = {
    Unit.DAYS: gettext_lazy("日"),
    Unit.WORKING_DAYS: gettext_lazy("个工作日"),
    Unit.MONTHS: gettext_lazy("个月"),
    Unit.YEARS: gettext_lazy("年"),
}
SHOWN = 12  # days off that are listed one by one


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown of one term; `value` is None for a term that somebody typed."""

    term: "Term"
    reckoned: Reckoned
    steps: list[str]
    value: "Value | None" = None


def by_statute(rule: "Statute", start: date) -> Told:
    """The term that the rule gives on the day; InputRefused where it was not in force."""
    value = rule.on(start)
    if value is None:
        words = _("%(title)s的规定自%(day)s起施行,起算日不能更早。")
        since = rule.values[0].from_.isoformat()
        raise InputRefused(words % {"title": rule.title, "day": since})
    told = by_term(value.term, start)
    return Told(told.term, told.reckoned, told.steps, value)


def by_term(term: "Term", start: date) -> Told:
    """A term of so many units; InputRefused where it ends beyond the calendar."""
    calendar = in_force()
    try:
        found = reckon(start, term.length, term.unit, calendar, rolls=term.rolls)
    except ValueError as error:
        raise InputRefused(_("期限太长,算不出来。")) from error
    return Told(term, found, _steps(found, calendar))


def said(day: date) -> str:
    """2026-10-08(星期四)."""
    return f"{day.isoformat()}({weekday(day)})"


def length_of(term: "Term") -> str:
    """30日, 10个工作日, 6个月, 2年."""
    return f"{term.length}{UNITS[term.unit]}"


def _steps(found: Reckoned, calendar: Calendar) -> list[str]:
    first = _("起算日%(start)s当天不计入,从%(next)s数起。") % {
        "start": said(found.start),
        "next": said(found.start + ONE),
    }
    counted = _by_working_days if found.unit is Unit.WORKING_DAYS else _by_calendar
    return [first, *counted(found, calendar)]


def _by_working_days(found: Reckoned, calendar: Calendar) -> list[str]:
    steps = []
    if found.skipped:
        steps.append(
            _("其间%(count)s天不上班,不计入:%(days)s。")
            % {"count": len(found.skipped), "days": _listed(found.skipped)}
        )
    worked = [day for day in sorted(calendar.worked) if found.start < day <= found.due]
    if worked:
        steps.append(_("其间调休上班的%(days)s计入。") % {"days": _listed(tuple(worked))})
    steps.append(
        _("数满%(length)s个工作日,是%(day)s。") % {"length": found.length, "day": said(found.due)}
    )
    return steps


def _by_calendar(found: Reckoned, calendar: Calendar) -> list[str]:
    if found.unit is Unit.DAYS:
        steps = [_("数满%(n)s日,是%(day)s。") % {"n": found.length, "day": said(found.last)}]
    else:
        words = _("到期月的对应日(没有对应日的为月末)是%(day)s。")
        steps = [words % {"day": said(found.last)}]
    if found.moved:
        words = _("最后一日不上班,顺延到之后第一个工作日%(day)s;跳过%(days)s。")
        steps.append(words % {"day": said(found.due), "days": _listed(found.skipped)})
    return steps


def _listed(days: tuple[date, ...]) -> str:
    shown = "、".join(f"{day.month}月{day.day}日" for day in days[:SHOWN])
    return shown + (_("等") if len(days) > SHOWN else "")
