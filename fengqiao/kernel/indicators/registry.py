"""The indicators of the installed duties. A duty states each as a function in its `indicators.py`."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from django.db.models import Min, QuerySet, TextChoices
from django.utils.functional import Promise

from fengqiao.kernel.indicators.measures import Measure
from fengqiao.kernel.indicators.periods import Period

Text = str | Promise
Function = Callable[[Any, Period], Measure]


class Direction(Enum):
    """Which way is better; none where a number is neither."""

    UP = "up"
    DOWN = "down"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """By what figures are divided: a column, and the words of its values."""

    name: str
    title: Text
    column: str
    words: type[TextChoices]

    def word(self, value: str) -> str:
        """As it stands in reports."""
        return str(self.words(value).label)

    def value(self, word: str) -> str:
        """The value that this word says; StopIteration where none does."""
        return next(one for one in self.words.values if self.word(one) == word)

    @property
    def all_words(self) -> list[str]:
        """Of all its values, in their order."""
        return [str(label) for label in self.words.labels]


@dataclass(frozen=True, slots=True)
class Goal:
    """What the clause asks for: at least so much."""

    least: Fraction


@dataclass(frozen=True, slots=True)
class Indicator:
    """`measure` gives the querysets, of the rows that it is given and the period. One that stands
    `beside` another is shown with that, and is no figure of its own to add up or hand on. A `headline`
    stands among the few on the first page of figures."""

    id: str
    title: Text
    definition: Text
    unit: Text
    clause: str
    subject: "Subject"
    measure: Function
    goal: Goal | None = None
    direction: Direction = Direction.NONE
    beside: str = ""
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Rows of one kind: `office` is the column of the office to which a row belongs, `page` the name
    of the address of their list, which opens the rows of a figure (`opening.py`), `begun` the column of
    the day on which a row came in: before the first of them nothing is known, which is not 0."""

    name: str
    rows: Callable[[], QuerySet[Any]]
    office: str
    dimensions: Sequence[Dimension]
    page: str = ""
    begun: str = ""

    def of(self, offices: Collection[int]) -> QuerySet[Any]:
        """The rows of these offices."""
        return self.rows().filter(**{f"{self.office}__in": offices})

    def known_since(self, offices: Collection[int]) -> date | None:
        """The day of their first row; None where they have none, or nobody asks for it."""
        if not self.begun:
            return None
        first: date | None = self.of(offices).aggregate(first=Min(self.begun))["first"]
        return first

    def dimension(self, name: str) -> Dimension:
        """StopIteration where it has none of this name."""
        return next(one for one in self.dimensions if one.name == name)

    def figure(
        self,
        name: str,
        title: Text,
        definition: Text,
        *,
        unit: Text,
        clause: str,
        goal: Goal | None = None,
        direction: Direction = Direction.NONE,
        beside: str = "",
        headline: bool = False,
    ) -> Callable[[Function], Function]:
        """Registers the function below as the indicator `subject.name`."""

        def add(function: Function) -> Function:
            id = f"{self.name}.{name}"
            next_to = f"{self.name}.{beside}" if beside else ""
            _indicators[id] = Indicator(
                id,
                title,
                definition,
                unit,
                clause,
                self,
                function,
                goal,
                direction,
                next_to,
                headline,
            )
            return function

        return add


_indicators: dict[str, Indicator] = {}


def indicators() -> list[Indicator]:
    """All of them, in the order in which they were stated."""
    return list(_indicators.values())


def indicator(id: str) -> Indicator:
    """KeyError where nobody states such a one."""
    return _indicators[id]
