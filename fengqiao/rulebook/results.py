"""What is said of an office, of an item, of a district."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fengqiao.rulebook.numbers import Number
from fengqiao.rulebook.tables import Source

Verdict = Literal["met", "unmet", "unknown"]
WORDS: dict[bool | None, Verdict] = {True: "met", False: "unmet", None: "unknown"}


@dataclass(frozen=True, slots=True)
class FactValue:
    """One fact of one office; of a share, `value` of `among` have what is asked."""

    name: str
    label: str
    value: Number | bool | str | None
    unit: str
    source: Source | None
    among: int | None = None


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item judged for one office; numbers for counted items, yes/no for the others, null: not
    known."""

    id: str
    title: str
    section: str
    clause: str
    verdict: Verdict
    actual: Number | bool | None
    required: Number | bool | None
    gap: Number | None
    unit: str
    why: str
    facts: tuple[str, ...]
    points: str | None = None  # of a pack with points: exact decimals
    full: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """What an office scores as a whole: exact decimals, null where not known or not used; `vetoes`: the
    items whose veto struck."""

    score: str | None
    full: str
    grade: str | None
    rank: int | None
    money: str | None
    vetoes: list[str]


@dataclass(frozen=True, slots=True)
class OfficeResult:
    """One office judged, or one 对象 in it; `meets` null: not known. Items that do not apply to it are
    not listed."""

    code: str
    name: str
    district: str
    kind: str
    size: str | None
    meets: bool | None
    items: list[ItemResult]
    facts: dict[str, FactValue]
    scored: Scored | None = None
    subject: str = ""  # the 对象, of a pack that judges those

    @property
    def title(self) -> str:
        """As reports call it."""
        return f"{self.name} {self.subject}" if self.subject else self.name


@dataclass(frozen=True, slots=True)
class DistrictResult:
    """The offices of one class in one district against the target of the year.

    `unknown` offices count as not meeting; without offices there is no rate and the target is
    reached.
    """

    district: str
    size: str
    offices: int
    met: int
    unknown: int
    target: Fraction

    @property
    def rate(self) -> Fraction | None:
        """Exact; null where there is no office."""
        return Fraction(self.met, self.offices) if self.offices else None

    @property
    def short_by(self) -> int:
        """How many more offices must meet the standard: the target rounded up to whole offices."""
        needed = -(-self.target * self.offices // 1)
        return max(int(needed) - self.met, 0)

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.short_by == 0
