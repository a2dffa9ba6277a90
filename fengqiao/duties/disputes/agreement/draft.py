"""An agreement as plain values: what the checks read and the text is made from. No database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fengqiao.duties.disputes.enums import Capacity, Matter, Severity, Subject


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who owes or is owed."""

    name: str
    is_party: bool = True
    capacity: Capacity = Capacity.FULL


@dataclass(frozen=True, slots=True)
class Part:
    """One instalment."""

    due_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Duty:
    """One obligation; `row` as the form counts it, from 1."""

    row: int
    debtor: Who | None = None
    creditor: Who | None = None
    subject: str = Subject.OTHER
    what: str = ""
    amount: Decimal | None = None
    due_on: date | None = None
    at_once: bool = False
    condition: str = ""
    way: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def days(self) -> list[date]:
        """Every day on which something of it is due."""
        return [part.due_on for part in self.parts] + ([self.due_on] if self.due_on else [])

    @property
    def texts(self) -> tuple[str, ...]:
        return self.what, self.condition, self.way


@dataclass(frozen=True, slots=True)
class Draft:
    """`is_peoples`: the 人民调解法 is law for it. `earliest`: no day lies before it, because nothing was
    agreed yet: the day of the signatures, before that the day on which mediation began."""

    duties: tuple[Duty, ...] = ()
    facts: str = ""
    extra: str = ""
    total: Decimal | None = None
    total_words: str = ""
    is_peoples: bool = True
    matter: str = Matter.OTHER
    earliest: date | None = None

    def of(self, *subjects: str) -> Iterator[Duty]:
        """The obligations of these kinds."""
        return (duty for duty in self.duties if duty.subject in subjects)

    @property
    def sum(self) -> Decimal:
        """Of all that is to be paid."""
        return sum((duty.amount for duty in self.duties if duty.amount), Decimal(0))


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about an agreement, in one sentence; `row` 0: about all of it. `cite` only where the
    article was read in its text."""

    severity: Severity
    says: str
    row: int = 0
    cite: str = ""
    check: str = field(default="", compare=False)

    @property
    def sentence(self) -> str:
        place = f"第{self.row}项:" if self.row else ""
        return f"{place}{self.says}({self.cite})" if self.cite else f"{place}{self.says}。"
