"""The report as one HTML file: nothing in it points outside, it is read on a phone and printed alike."""

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import drawing
from .charts import Chart
from .content import Report
from .tables import Stress, printed
from .wording import said

TEMPLATES = Path(__file__).parent / "templates"


def markup(report: Report, *, on_paper: bool = False) -> str:
    """The whole page; the one for paper leaves out what only a screen needs, and bears bitmaps: the
    outlines of letters take the printer seconds.
    """
    return (
        _environment()
        .get_template("report.html")
        .render(
            name=report.title,
            created=report.judgement.as_of,
            parts=report.blocks(),
            drawable=drawing.chinese_font() is not None,
            not_drawn=drawing.NOT_DRAWN,
            image=_bitmap if on_paper else _outlines,
            labelled=not on_paper,
        )
    )


def write(report: Report, path: Path) -> None:
    """The page as UTF-8."""
    path.write_text(markup(report), encoding="utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"said": said, "printed": printed}
    environment.tests["stress"] = lambda cell: isinstance(cell, Stress)
    return environment


def _outlines(chart: Chart) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.svg(chart)).decode()}"


def _bitmap(chart: Chart) -> str:
    return f"data:image/png;base64,{base64.b64encode(drawing.png(chart)).decode()}"
