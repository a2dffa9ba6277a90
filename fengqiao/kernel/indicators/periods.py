"""From a day to a day, both included."""

from dataclasses import dataclass
from datetime import date

from fengqiao.lib.faults import InputRefused


@dataclass(frozen=True, slots=True)
class Period:
    first: date
    last: date

    @property
    def days(self) -> tuple[date, date]:
        """For `__range`."""
        return self.first, self.last

    def refuse_odd(self, today: date) -> None:
        """Inverted, or not begun yet: there is nothing to count, and 0 would say otherwise."""
        if self.last < self.first:
            raise InputRefused(f"期间的止日{self.last}早于起日{self.first}")
        if self.first > today:
            raise InputRefused(f"期间从{self.first}起,还没有开始")
