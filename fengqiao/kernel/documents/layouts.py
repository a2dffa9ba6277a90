"""How a paper is laid out: blocks with places for values, written {{ 名称 }}. The PDF and the Word file
are drawn from the same blocks; a blank form is the same without values."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from fengqiao.lib.typography import typeset

Values = Mapping[str, str]
PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
BLANK = "________"  # where a value will be written by hand
LONG = "_" * 40  # to the end of the line
LINE = 20  # points, in a form
RULED = {
    "记录内容": 11,
    "协议内容": 10,
    "简要情况": 6,
    "调解组织": 1,
}  # lines for a pen
FEW = 3
_ASIDE = 0xF0000  # private characters, which `typeset` takes for Chinese


@dataclass(frozen=True, slots=True)
class Title:
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """The number of the paper, or of its case, below the title."""

    text: str = "{{ 案号 }}"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading inside the paper."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """`plain`: without the indent, for an addressee or a line with its label."""

    text: str
    plain: bool = False

    @property
    def lines(self) -> list[str]:
        """Each line of a value is a paragraph."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """A labelled place of a form; `lines` is the room that it takes at least."""

    label: str
    text: str
    lines: int = 1

    @property
    def room(self) -> int:
        """Points."""
        return LINE * self.lines


@dataclass(frozen=True, slots=True)
class Form:
    """A table of one or two labelled places a row."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """Places for hand signatures or fingerprints, each with its label."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """Who issues it and when; the seal goes over the two lines."""

    text: str
    day: str = "{{ 日期 }}"


Block = Title | Number | Head | Para | Form | Signs | Seal
Layout = tuple[Block, ...]


def places(layout: Layout) -> set[str]:
    """The names of the values that a layout asks for."""
    found: set[str] = set()
    for text in _texts(layout):
        found |= set(PLACE.findall(text))
    return found


def filled(layout: Layout, values: Values) -> list[dict[str, Any]]:
    """The blocks with their values, each with its kind, as the page for the printer wants them."""
    said = {name: typeset(value) for name, value in values.items()}
    return [
        {"kind": type(block).__name__.lower(), "block": _mapped(block, said)} for block in layout
    ]


def ruled(layout: Layout, values: Values) -> list[dict[str, Any]]:
    """As `filled`, for a form that a pen fills in: where a text of people stands alone there are lines
    to write on, and where it ends a line the rest of it is free."""
    return [_ruled(block, values) for block in layout]


def _ruled(block: Block, values: Values) -> dict[str, Any]:
    places_in = PLACE.findall(block.text) if isinstance(block, Para) else []
    name = places_in[-1] if places_in else ""
    if not name or values[name] or not isinstance(block, Para):
        return filled((block,), values)[0]
    if PLACE.fullmatch(block.text.strip()):
        return {"kind": "ruled", "lines": range(RULED.get(name, FEW))}
    more = {name: LONG} if block.text.endswith("}}") else {}
    return filled((block,), {**values, **more})[0]


def set_text(text: str) -> str:
    """The words of a layout with Chinese marks; its places stay as they are."""
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return chr(_ASIDE + len(kept) - 1)

    done = typeset(PLACE.sub(aside, text))
    return "".join(kept[ord(one) - _ASIDE] if ord(one) >= _ASIDE else one for one in done)


def fill(text: str, values: Values, blank: str = BLANK) -> str:
    """KeyError where a place has no value: a layout is held to its values by a test."""
    return PLACE.sub(lambda place: values[place[1]] or blank, text)


def _mapped(block: Any, values: Values) -> Any:
    """A place that has the room of a form stays empty, in a sentence there is a line to write on."""
    roomy = isinstance(block, Cell | Number)

    def filled_in(text: str) -> str:
        alone = roomy and not PLACE.sub("", text).strip()
        return fill(set_text(text), values, "" if alone else BLANK)

    return _each(block, filled_in, values)


def _each(block: Any, change: Callable[[str], str], values: Values) -> Any:
    changed: dict[str, Any] = {}
    for one in fields(block):
        value = getattr(block, one.name)
        if isinstance(value, str):
            changed[one.name] = change(value)
        elif isinstance(value, tuple):
            changed[one.name] = _within(value, change, values)
    return replace(block, **changed)


def _within(
    value: tuple[Any, ...], change: Callable[[str], str], values: Values
) -> tuple[Any, ...]:
    def one(part: Any) -> Any:
        if isinstance(part, str):
            return change(part)
        return _mapped(part, values) if is_dataclass(part) else _within(part, change, values)

    return tuple(one(part) for part in value)


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
