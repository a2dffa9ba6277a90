"""The tables as they are written: lines of an address, a method, a place and a code for each role."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fengqiao.kernel.accounts.enums import Role

FOLDER = Path(__file__).parent
NOBODY = "未登"
COLUMNS: dict[str, Role | None] = {
    "调解": Role.MEDIATOR,
    "助理": Role.ASSISTANT,
    "所长": Role.DIRECTOR,
    "矫正": Role.CORRECTION_OFFICER,
    "顾问": Role.VILLAGE_ADVISER,
    "区局": Role.DISTRICT_BUREAU,
    "区管": Role.DISTRICT_ADMIN,
    "市局": Role.CITY_BUREAU,
    "乡镇": Role.TOWNSHIP,
    "派出": Role.POLICE,
    "法庭": Role.COURT,
    "系统": Role.SYSTEM_ADMIN,
    "审计": Role.AUDITOR,
    NOBODY: None,
}


class Line(NamedTuple):
    """What one address answers: `codes` by role, the last without sign-in."""

    app: str
    address: str
    method: str
    place: str
    codes: tuple[int, ...]

    def written(self) -> str:
        """As it stands in the table."""
        codes = "".join(f"{code:<6}" for code in self.codes).rstrip()
        return f"{self.address:<28} {self.method:<5} {padded(self.place, 6)} {codes}"


def padded(text: str, columns: int) -> str:
    """The text with blanks to so many columns; a Chinese character takes two."""
    return text + " " * (columns - len(text) - sum(ord(letter) > 255 for letter in text))


def header() -> str:
    """The line on top of each table."""
    names = "".join(padded(name, 6) for name in COLUMNS).rstrip()
    return f"{padded('地址', 28)} {padded('方法', 5)} {padded('范围', 6)} {names}"


def tables() -> list[str]:
    """The apps that have a table."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def lines_of(app: str) -> Iterator[Line]:
    """The lines of an app's table; `#` begins a remark."""
    path = FOLDER / f"{app}.txt"
    for text in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if text.strip() and not text.startswith(("#", "地址")):
            address, method, place, *codes = text.split()
            yield Line(app, address, method, place, tuple(map(int, codes)))


def all_lines() -> list[Line]:
    """Every table."""
    return [line for app in tables() for line in lines_of(app)]


def listing(lines: Iterable[Line]) -> str:
    """Lines as a table."""
    return "\n".join([header(), *(line.written() for line in lines)])
