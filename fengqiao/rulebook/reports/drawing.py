"""Pictures of charts with matplotlib: SVG for pages and print, PNG for Word.

Only matplotlib's objects are used, no `pyplot`; FreeType is not safe among threads, so one draws at a time.
The same chart gives the same bytes.
"""

import io
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from .charts import Chart, Panel
from .wording import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

FAMILIES = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
]
MAPLE, GREY, INK, PALE = "#a8201a", "#6b7280", "#1f2328", "#d0d5dd"
DASHES = (0, (4, 2))
WIDTH = 6.14  # inches: the 156 mm of a line
DPI = 200
NOT_DRAWN = "(本机没有中文字体,图从略,数据见表。)"
NAMELESS = ("Creator", "Date", "Format", "Type")  # no day of now, no maker's address in the file
MISSING = "〓"  # the printers' mark for a character that the font lacks
_drawing = Lock()


@cache
def chinese_font() -> "FontProperties | None":
    """A font with Chinese characters; None where the machine has none, and nothing can be drawn."""
    from matplotlib.font_manager import FontProperties, findfont

    for family in FAMILIES:
        try:
            findfont(FontProperties(family), fallback_to_default=False, rebuild_if_missing=False)
        except ValueError:
            continue
        return FontProperties(family)
    return None


def svg(chart: Chart) -> bytes:
    """The chart as SVG, letters as outlines: it looks alike everywhere."""
    return _draw(chart, "svg")


def png(chart: Chart) -> bytes:
    """The chart as a bitmap for print."""
    return _draw(chart, "png")


def _draw(chart: Chart, kind: str) -> bytes:
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = max(len(panel.bars) for panel in chart.panels)
    font = chinese_font()
    family = font.get_family() if font else ["sans-serif"]
    settings: Any = {"svg.hashsalt": chart.caption, "font.family": family, "hatch.linewidth": 0.7}
    with _drawing, mpl.rc_context(settings):
        figure = Figure(figsize=(WIDTH, 0.65 + 0.21 * rows), layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.subplots(1, len(chart.panels), sharey=True, squeeze=False)[0]
        for axis, panel in zip(axes, chart.panels, strict=True):
            _draw_panel(axis, panel)
        _draw_legend(figure, chart)
        target = io.BytesIO()
        metadata = dict.fromkeys(NAMELESS) if kind == "svg" else None
        figure.savefig(target, format=kind, dpi=DPI, metadata=metadata)
    return target.getvalue()


def _draw_panel(axis: "Axes", panel: Panel) -> None:
    places = range(len(panel.bars))
    bars = axis.barh(places, [bar.value for bar in panel.bars], height=0.62, linewidth=0.8)
    for place, shape, bar in zip(places, bars, panel.bars, strict=True):
        shape.set(**_look(short=bar.short))
        axis.annotate(
            _drawable(bar.text),
            (bar.value, place),
            xytext=(3, 0),
            textcoords="offset points",
            va="center",
            fontsize=7.5,
            color=INK,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
        )
    if panel.target is not None:
        axis.axvline(panel.target, color=INK, linewidth=1, linestyle=DASHES)
    axis.set_yticks(places, [_drawable(bar.label) for bar in panel.bars], fontsize=8.5, color=INK)
    axis.set_ylim(len(panel.bars) - 0.4, -0.6)
    axis.set_xlim(0, panel.top * (1.32 if panel.target is not None else 1.1))
    axis.set_title(said(panel.title), fontsize=9, color=INK)
    _plain(axis)


def _plain(axis: "Axes") -> None:
    """Every bar carries its number, so the axis needs none."""
    axis.set_xticks([])
    axis.tick_params(length=0)
    for side in ("top", "right", "bottom"):
        axis.spines[side].set_visible(False)
    axis.spines["left"].set_color(PALE)


def _look(*, short: bool) -> dict[str, Any]:
    """Red and hatched, or plain grey: the two are told apart without colour too."""
    if short:
        return {"facecolor": "#f3d6d4", "edgecolor": MAPLE, "hatch": "////"}
    return {"facecolor": GREY, "edgecolor": GREY}


def _draw_legend(figure: "Figure", chart: Chart) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    keys: list[Any] = [Patch(**_look(short=True), label=said(chart.short))]
    if chart.fine:
        keys.append(Patch(**_look(short=False), label=said(chart.fine)))
        keys.append(Line2D([], [], color=INK, linewidth=1, linestyle=DASHES, label="年度目标"))
    figure.legend(
        handles=keys, loc="outside lower center", ncols=len(keys), frameon=False, fontsize=8
    )


def _drawable(text: str) -> str:
    """The text with a mark for each character that the font lacks."""
    known = _known()
    return "".join(character if ord(character) in known else MISSING for character in text)


@cache
def _known() -> frozenset[int]:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return frozenset(get_font(findfont(chinese_font() or FontProperties())).get_charmap())
