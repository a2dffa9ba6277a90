"""How one cell is read: a kind of column turns what the file holds into a value, nothing, or a
`Bad`.

A cell is what the file gives: text, a number (whole ones arrive as floats), a date, a time, or a
`CellError`. Booleans arrive as the words TRUE and FALSE. `None` is "not known".
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from fengqiao.lib import hidden

from .text import clean, plain

FIRST_YEAR, LAST_YEAR = 1900, 2199
EXACT_DIGITS = 15  # Excel keeps so many digits of a number
CENT = Decimal("0.01")

_DAY = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})/(\d{1,2})/(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})(\d\d)(\d\d)",
    re.ASCII,
)
_CLOCK = re.compile(r"[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?$", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
_YES = {"是", "有", "Y", "1", "TRUE"}
_NO = {"否", "无", "N", "0", "FALSE"}


@dataclass(frozen=True, slots=True)
class CellError:
    """What Excel shows where a formula has no result: #N/A, #REF! …"""

    text: str


UNCALCULATED = CellError("公式没有计算结果")
"""A formula beside which the file holds no result: a program wrote it, and Excel never opened it."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that cannot be read: what was found, and what is expected there."""

    found: str
    expected: str


class Kind(Protocol):
    """How the cells of a column are read; `expected` says it to the reader of a fault."""

    @property
    def expected(self) -> str: ...

    def parse(self, cell: Any) -> Any:
        """The value of a cell that is neither blank nor an error; a `Bad` where there is none."""


def shown(cell: Any) -> str:
    """A cell as a person would read it in the sheet."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**EXACT_DIGITS:
        return str(int(cell))
    if isinstance(cell, CellError):
        return cell.text
    if isinstance(cell, str):
        return clean(cell)
    return str(cell)


@dataclass(frozen=True, slots=True)
class Text:
    """Any text of at most `longest` characters; a number is taken as its digits."""

    longest: int = 200
    digits: tuple[int, ...] = ()  # where given: only digits, and so many of them

    @property
    def expected(self) -> str:
        if self.digits:
            return f"应为{'或'.join(map(str, self.digits))}位数字"
        return f"应为不超过{self.longest}个字的文本"

    def parse(self, cell: Any) -> str | Bad | None:
        if isinstance(cell, str):
            text = clean(cell)
        elif isinstance(cell, int | float) and math.isfinite(cell):
            if abs(cell) >= 10**EXACT_DIGITS:
                return Bad(shown(cell), f"数字超过{EXACT_DIGITS}位会失真,请把单元格设为文本")
            text = shown(cell)
        else:
            return Bad(shown(cell), self.expected)
        if not text:
            return None
        if why := hidden.refused(text):
            return Bad(hidden.shown(text), why)
        return text if self._fits(text) else Bad(text, self.expected)

    def _fits(self, text: str) -> bool:
        if self.digits:
            return len(text) in self.digits and text.isascii() and text.isdigit()
        return len(text) <= self.longest


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        return "应为" + "、".join(self.words) + "之一"

    def parse(self, cell: Any) -> str | Bad | None:
        text = clean(cell) if isinstance(cell, str) else shown(cell)
        if not text:
            return None
        return text if text in self.words else Bad(text, self.expected)


@dataclass(frozen=True, slots=True)
class YesNo:
    """是/否, also 有/无, Y/N, 1/0, TRUE/FALSE."""

    expected: str = "应为“是”或“否”"

    def parse(self, cell: Any) -> bool | Bad | None:
        word = plain(shown(cell)).upper()
        if word in _YES:
            return True
        if word in _NO:
            return False
        return Bad(shown(cell), self.expected) if word else None


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day; the time of a date with a time is dropped."""

    expected: str = "应为日期,如2021-08-19"

    def parse(self, cell: Any) -> date | Bad | None:
        day = _day(cell)
        if day is None:
            return Bad(shown(cell), self.expected) if shown(cell) else None
        return day if FIRST_YEAR <= day.year <= LAST_YEAR else Bad(shown(cell), self.expected)


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str | int | float):
        return None
    match = _DAY.fullmatch(_CLOCK.sub("", plain(shown(cell))))
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number between two bounds, whole where half of one makes no sense."""

    least: float = 0
    most: float = 1e9
    whole: bool = False
    unit: str = ""
    expected: str = field(init=False)

    def __post_init__(self) -> None:
        kind = "整数" if self.whole else "数字"
        unit = f"({self.unit})" if self.unit else ""
        object.__setattr__(
            self, "expected", f"应为{self.least:,.0f}至{self.most:,.0f}之间的{kind}{unit}"
        )

    def parse(self, cell: Any) -> float | int | Bad | None:
        number = _number(cell)
        if number is None:
            return Bad(shown(cell), self.expected) if shown(cell) else None
        fits = self.least <= number <= self.most and (not self.whole or number.is_integer())
        if not fits:
            return Bad(shown(cell), self.expected)
        return int(number) if self.whole else number

    def parse_floats(self, cells: Sequence[float]) -> list[float] | list[int] | None:
        """All the cells at once where each of them is a good number, else None (a long sheet is
        mostly this).
        """
        if not math.isfinite(sum(cells)):  # first: nan has no order
            return None
        if min(cells) < self.least or max(cells) > self.most:
            return None
        if not self.whole:
            return list(cells)
        return list(map(int, cells)) if all(map(float.is_integer, cells)) else None


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in yuan; what Excel keeps beyond its fifteen digits is noise."""

    most: int = 10**12 - 1
    expected: str = field(init=False)

    def __post_init__(self) -> None:
        most = f"{self.most:,}"
        object.__setattr__(self, "expected", f"应为0至{most}之间、最多两位小数的金额(元)")

    def parse(self, cell: Any) -> Decimal | Bad | None:
        if _number(cell) is None:
            return Bad(shown(cell), self.expected) if shown(cell) else None
        text = plain(cell).replace(",", "") if isinstance(cell, str) else f"{cell:.15g}"
        amount = Decimal(text)
        if not 0 <= amount <= self.most or amount != amount.quantize(CENT):
            return Bad(shown(cell), self.expected)
        return amount.quantize(CENT)


@dataclass(frozen=True, slots=True)
class NumberOrYesNo:
    """A number, or yes (1) or no (0)."""

    number: Number = field(default_factory=lambda: Number(-1e12, 1e12))
    expected: str = "应为数字,或“是”“否”"

    def parse(self, cell: Any) -> float | Bad | None:
        number = self.number.parse(cell)
        if not isinstance(number, Bad):
            return number
        answer = YesNo().parse(cell)
        return Bad(shown(cell), self.expected) if isinstance(answer, Bad | None) else float(answer)


def _number(cell: Any) -> float | None:
    """The number in a cell; 1,234 with its commas in the right places is one, 95% and 300㎡ are
    not.
    """
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else None
    if not isinstance(cell, str):
        return None
    text = plain(cell)
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", ""))
    return number if math.isfinite(number) else None
