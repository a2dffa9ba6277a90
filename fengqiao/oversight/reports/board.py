"""The few figures of a place in a period, beside the period before and the same one of last year; and
the last periods of one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.indicators.counting import scale_of
from fengqiao.kernel.indicators.opening import address_of_rows
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Direction, Indicator, indicators
from fengqiao.kernel.indicators.spans import Span
from fengqiao.kernel.indicators.totals import totals
from fengqiao.lib.rounding import half_away
from fengqiao.oversight.reports.peers import Peers
from fengqiao.oversight.reports.shown import Shown
from fengqiao.oversight.reports.territory import Territory

TREND = 12  # periods


@dataclass(frozen=True, slots=True)
class Card:
    """One figure as the page has it; `beside` is its stricter count."""

    now: Shown
    before: Shown
    year_before: Shown
    beside: Shown | None
    url: str
    among_url: str
    peers: str  # what offices of the same class have; empty where nobody is compared with

    @property
    def goal(self) -> str:
        """`98%`, or nothing."""
        goal = self.now.indicator.goal
        return f"{half_away(goal.least * 100, 0)}%" if goal else ""

    @property
    def is_over(self) -> bool:
        """Whether the period has ended: before, nothing is missed yet."""
        return self.now.period.last < timezone.localdate()

    @property
    def is_reached(self) -> bool | None:
        """By the exact fraction; None without a goal or without cases, and before the period has ended."""
        goal, number = self.now.indicator.goal, self.now.number
        if goal is None or number is None or not self.is_over:
            return None
        return number >= goal.least * 100

    @property
    def change(self) -> str:
        """Against the period before: `升 2.1 个百分点`, `降 4`, or nothing."""
        return changed(self.now, self.before)

    @property
    def change_of_year(self) -> str:
        return changed(self.now, self.year_before)

    @property
    def is_yearly(self) -> bool:
        """Whether the period before is that of the last year."""
        return self.before.period == self.year_before.period

    @property
    def is_worse(self) -> bool:
        """Than the period before, where one way is better and the period has ended."""
        now, before = self.now.number, self.before.number
        up = self.now.indicator.direction is Direction.UP
        return up and self.is_over and now is not None and before is not None and now < before


def changed(now: Shown, before: Shown) -> str:
    """In words; nothing where one of them has no cases."""
    if now.number is None or before.number is None:
        return ""
    diff = now.number - before.number
    if not diff:
        return _("持平")
    is_rate = now.value.among is not None
    size = half_away(abs(diff), 1 if is_rate else 2 if now.scale > 1 else 0)
    unit = _("个百分点") if is_rate else _("万元") if now.scale > 1 else now.indicator.unit
    return _("%(way)s %(size)s %(unit)s") % {
        "way": _("升") if diff > 0 else _("降"),
        "size": size,
        "unit": unit,
    }


def headlines() -> list[Indicator]:
    return [one for one in indicators() if one.headline]


def cards_and_trend(
    place: Territory, span: Span, period: Period, chosen: Indicator, peers: Peers | None = None
) -> tuple[list[Card], list[Shown]]:
    """All of it in one statement or a few, however many figures and periods."""
    figures = headlines()
    ids = {one.id for one in figures}
    beside = {one.beside: one for one in indicators() if one.beside in ids and one.goal}
    now = [(one, period) for one in (*figures, *beside.values())]
    past = [(one, span.before(period)) for one in figures]
    year = [(one, span.year_before(period)) for one in figures]
    trend = [(chosen, one) for one in span.last(period, TREND)]
    asked = [*now, *past, *year, *trend]
    offices = place.offices_on(period.last)
    values = totals(asked, offices)
    scales = {one.id: scale_of(one, period) for one, _period in asked}
    subjects = {one.subject.name: one.subject for one, _period in asked}
    since = {name: subject.known_since(offices) for name, subject in subjects.items()}
    shown = [
        Shown(one, when, value, scales[one.id], _is_known(since[one.subject.name], when))
        for (one, when), value in zip(asked, values, strict=True)
    ]
    strict = {one.indicator.beside: one for one in shown[len(figures) : len(now)]}
    rest = shown[len(now) :]
    size = len(figures)
    trios = zip(shown[:size], rest[:size], rest[size : 2 * size], strict=True)
    last = [one for one in rest[2 * size :] if one.known or one.period == period]
    theirs = _theirs(shown[:size], peers) if peers else [""] * size
    cards = [_card(place, *trio, strict, said) for trio, said in zip(trios, theirs, strict=True)]
    return cards, last


def _theirs(own: Sequence[Shown], peers: Peers) -> list[str]:
    """The same figures of the others, in one statement."""
    values = totals([(one.indicator, one.period) for one in own], peers.offices)
    return [
        peers.said(replace(one, value=value, known=True))
        for one, value in zip(own, values, strict=True)
    ]


def _is_known(since: date | None, period: Period) -> bool:
    return since is not None and since <= period.last


def _card(
    place: Territory, now: Shown, before: Shown, year: Shown, strict: dict[str, Shown], peers: str
) -> Card:
    one, period = now.indicator, now.period
    is_rate = now.value.among is not None
    return Card(
        now,
        before,
        year,
        strict.get(one.id),
        address_of_rows(one, period, place.key),
        address_of_rows(one, period, place.key, among=True) if is_rate else "",
        peers,
    )


def chart(place: Territory, span: Span, trend: Sequence[Shown]) -> dict[str, object]:
    """The option and the table of a chart; a period without cases is a gap."""
    one = trend[-1].indicator
    is_rate = trend[-1].value.among is not None
    data = [
        {
            "value": None if shown.number is None else float(round(shown.number, 2)),
            "url": address_of_rows(one, shown.period, place.key),
        }
        for shown in trend
    ]
    series: dict[str, object] = {"type": "line" if is_rate else "bar", "data": data}
    if one.goal:
        line = {"yAxis": float(one.goal.least * 100), "name": str(_("目标"))}
        series["markLine"] = {
            "symbol": "none",
            "data": [line],
            "label": {"formatter": "{b}", "position": "insideEndTop"},
        }
    option = {
        "tooltip": {"trigger": "item"},
        "xAxis": {"type": "category", "data": [span.said(shown.period) for shown in trend]},
        "yAxis": {"type": "value", **({"max": 100, "scale": True} if is_rate else {})},
        "series": [series],
    }
    heads = [str(_("期间")), str(one.title), *([str(_("分子/分母"))] if is_rate else [])]
    rows = [
        [span.said(shown.period), shown.said, *([shown.of_among] if is_rate else [])]
        for shown in trend
    ]
    return {"option": option, "table": {"head": heads, "rows": rows}}
