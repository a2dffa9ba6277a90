"""What tables say further of a pack with points: score, grade, place, money, vetoes; points of items."""

from typing import TYPE_CHECKING

from .tables import Cell, Column

if TYPE_CHECKING:
    from fengqiao.rulebook.about import About
    from fengqiao.rulebook.results import ItemResult, OfficeResult, Scored


def of_offices(about: "About") -> "tuple[Column[OfficeResult], ...]":
    """The columns of a table of offices; none for a pack without points."""
    told = about.scoring
    if told is None:
        return ()
    titles = {item.id: item.title for item in about.items}
    columns: list[Column[OfficeResult]] = [Column("得分", 15, lambda row: number(_of(row).score))]
    if told.has_grades:
        columns.append(Column("等次", 17, lambda row: _of(row).grade))
    if told.is_ranked:
        columns.append(Column("名次", 13, lambda row: _of(row).rank))
    if told.has_money:
        columns.append(Column("奖补(元)", 20, lambda row: number(_of(row).money)))
    if any(item.has_veto for item in about.items):
        columns.append(Column("一票否决", 30, lambda row: _named(row, titles), "left"))
    return tuple(columns)


def of_items(about: "About") -> "tuple[Column[ItemResult], ...]":
    """The columns of a table of items."""
    if about.scoring is None:
        return ()
    return (
        Column("得分", 13, lambda row: number(row.points)),
        Column("满分", 13, lambda row: number(row.full)),
    )


def sentence(scored: "Scored") -> str:
    """What an office earned, beside its name: score, grade, place; what is not known is said so."""
    score = "得分待定" if scored.score is None else f"得{scored.score}分"
    parts = [f"{score}(满分{scored.full}分)"]
    if scored.grade is not None:
        parts.append(f"等次:{scored.grade}")
    if scored.rank is not None:
        parts.append(f"名次:第{scored.rank}")
    return ",".join(parts)


def number(exact: str | None) -> Cell:
    """An exact decimal as a number of a table; empty where there is none."""
    if exact is None:
        return None
    return float(exact) if "." in exact else int(exact)


def _of(office: "OfficeResult") -> "Scored":
    assert office.scored is not None  # noqa: S101 - these columns stand only in packs with points
    return office.scored


def _named(office: "OfficeResult", titles: dict[str, str]) -> str:
    return "、".join(titles[item] for item in _of(office).vetoes)
