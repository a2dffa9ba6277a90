"""A calendar month, as it is typed and as it is said."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from fengqiao.kernel.indicators.periods import Period
from fengqiao.lib.faults import InputRefused

FIRST_YEAR = 1950
WRITTEN = re.compile("([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, text: str) -> "Month":
        """From `2025-08`; InputRefused for anything else."""
        found = WRITTEN.fullmatch(text)
        month = cls(int(found[1]), int(found[2])) if found else None
        if month is None or not 1 <= month.number <= 12 or month.year < FIRST_YEAR:
            raise InputRefused(f"“{text}”不是月份,应如2025-08")
        return month

    @classmethod
    def holding(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)

    @property
    def before(self) -> "Month":
        """The month before (环比)."""
        return Month(self.year, self.number - 1) if self.number > 1 else Month(self.year - 1, 12)

    @property
    def year_before(self) -> "Month":
        """The same month of the last year (同比)."""
        return Month(self.year - 1, self.number)

    @property
    def said(self) -> str:
        """`2025年8月`."""
        return f"{self.year}年{self.number}月"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def refuse_not_begun(self, today: date) -> None:
        """There is nothing to count, and 0 would say otherwise."""
        if self.first > today:
            raise InputRefused(f"{self.said}还没有开始")

    def refuse_not_over(self, today: date) -> None:
        """A number of a month that runs is none to compare with."""
        if self.last >= today:
            raise InputRefused(f"{self.said}还没有结束")
