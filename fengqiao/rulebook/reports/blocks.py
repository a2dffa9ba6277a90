"""The parts that a printed report is made of; each format has one function for each of them."""

from dataclasses import dataclass
from typing import Literal

from .charts import Chart
from .tables import Table, lines

KEPT_WHOLE = 8  # lines of text


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender's name in red above a red line, with the number of the document."""

    issuer: str
    number: str


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the report or of an annex."""

    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading: 一、总体情况."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `plain` ones begin at the margin, `note` ones are small."""

    text: str
    look: Literal["body", "plain", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under its caption; the small ones are of an office's annex."""

    caption: str
    table: Table
    small: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is short enough to be kept on one page."""
        return sum(lines(self.table)) <= KEPT_WHOLE


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart over its caption."""

    caption: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class AnnexList:
    """The annexes, named below the text."""

    titles: list[str]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, with place for the seal, and the day."""

    issuer: str
    day: str


@dataclass(frozen=True, slots=True)
class Annex:
    """A new page that begins an annex."""

    label: str
    title: str


@dataclass(frozen=True, slots=True)
class OfficePage:
    """One office; `facts` says who it is and how it stands. Each begins a page, but the annex's first."""

    anchor: str
    name: str
    facts: str
    new_page: bool


Block = (
    Letterhead
    | Title
    | Section
    | Paragraph
    | Grid
    | Picture
    | AnnexList
    | Signature
    | Annex
    | OfficePage
)
