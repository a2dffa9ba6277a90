"""The lists of the pages 达标 as workbooks: all rows that an address selects, and what they are.

`LISTS` names them; a new list is a function that makes a table of what was asked, and a row there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.listing import Listing
from fengqiao.oversight.standards.keeping import Opened, fact_values, office_result, open_selected
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.oversight.standards.selection import Selection
from fengqiao.oversight.standards.shown import evidence_table, grounds
from fengqiao.rulebook.reports import columns, summary
from fengqiao.rulebook.reports.tables import Column, Rate, Table, fill, printed
from fengqiao.rulebook.reports.wording import day, rounded
from fengqiao.rulebook.results import ItemResult

A_MILLIMETRE = 0.6  # of a column's width on paper, in characters of a workbook
WIDEST = 50  # characters

ITEM_HEADS = {"结论": "条目结论"}  # beside the verdict of the office


@dataclass(frozen=True, slots=True)
class Asked:
    """The judgement, those of its offices that the user may see, and what the address asks for."""

    kept: Judgement
    offices: QuerySet[JudgedOffice]
    query: Mapping[str, str]

    @property
    def selection(self) -> Selection:
        """The filter over offices."""
        return Selection.from_query(self.query)

    @property
    def opened(self) -> Opened:
        """The judgement with the offices of the district, or with all."""
        district = Selection(district=self.selection.district)
        return open_selected(self.kept, district.rows(self.offices))

    @property
    def office(self) -> JudgedOffice:
        """The one office that is asked for."""
        office = self.offices.filter(code=self.query.get("office", "")).first()
        if office is None:
            raise Http404
        return office


class Part(NamedTuple):
    """A table with what it was filtered by, in words."""

    table: Table
    filters: list[str]


class List(NamedTuple):
    """A list by its title."""

    title: str | Promise
    make: Callable[[Asked], Part]


def listing(name: str, asked: Asked) -> Listing:
    """The list of this name; Http404 where there is none."""
    if name not in LISTS:
        raise Http404
    title, make = LISTS[name]
    part, kept = make(asked), asked.kept
    by = kept.by.name if kept.by else _("命令行")
    made = timezone.localtime(kept.kept_at).strftime("%Y-%m-%d %H:%M")
    notes = [
        _("依据《%(title)s》%(edition)s 版,评定日 %(on)s;%(made)s 由%(by)s评定。")
        % {
            "title": kept.title,
            "edition": kept.edition,
            "on": day(kept.on),
            "made": made,
            "by": by,
        },
        *_withdrawn(kept),
        _("筛选:%s。") % (";".join(part.filters) or _("无")),
        _("共 %d 行。") % len(part.table.rows),
    ]
    return Listing(
        title=typeset(str(title)),
        notes=[typeset(note) for note in notes],
        columns=[
            (head, min(max(column.width * A_MILLIMETRE, 2 * len(head) + 4), WIDEST))
            for head, column in zip(part.table.titles, part.table.columns, strict=True)
        ],
        rows=[[_cell(cell) for cell in row] for row in part.table.rows],
    )


def _withdrawn(kept: Judgement) -> list[str]:
    """That the judgement counts no more, where it does not."""
    if not kept.withdrawn_at:
        return []
    day = timezone.localdate(kept.withdrawn_at).isoformat()
    said = _("本次评定已于 %(day)s 作废,不再作为依据。理由:%(why)s")
    return [said % {"day": day, "why": kept.withdrawn_why}]


def file_name(name: str, kept: Judgement) -> str:
    """What a browser saves the list as."""
    return f"{LISTS[name].title}({kept.on.isoformat()}).xlsx"


def _cell(cell: Any) -> Any:
    """Numbers and rates as such, all else as the pages print it."""
    if isinstance(cell, Rate):
        return rounded(cell.share, cell.against)
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else printed(cell)


def _of_district(asked: Asked, table: Table) -> Part:
    return Part(table, Selection(district=asked.selection.district).words(asked.kept.about))


def _rates(asked: Asked) -> Part:
    return _of_district(asked, fill(columns.DISTRICTS, asked.opened.districts))


def _lacked(asked: Asked) -> Part:
    judgement = asked.opened
    items = summary.most_lacked(summary.item_totals(judgement))
    return _of_district(asked, columns.lacked(judgement, items))


def _wanted(asked: Asked) -> Part:
    items = summary.most_unknown(summary.item_totals(asked.opened))
    return _of_district(asked, columns.ranked(columns.UNKNOWN, items))


def _nearest(asked: Asked) -> Part:
    judgement = asked.opened
    rows = summary.nearest(judgement, limit=len(judgement.offices))
    return _of_district(asked, columns.ranked(columns.NEAREST, rows))


def _offices(asked: Asked) -> Part:
    selection = asked.selection
    offices = [office_result(row) for row in selection.rows(asked.offices)]
    table = fill((*columns.OFFICES, *columns.WANTING), offices)
    if selection.item:
        items = (item for office in offices for item in office.items)
        found = fill(columns.ITEMS, (item for item in items if item.id == selection.item))
        added = [replace(one, title=ITEM_HEADS.get(one.title, one.title)) for one in found.columns]
        rows = [[*row, *more] for row, more in zip(table.rows, found.rows, strict=True)]
        table = Table((*table.columns, *added), rows)
    return Part(table, selection.words(asked.kept.about))


def _items(asked: Asked) -> Part:
    office = asked.office
    facts = fact_values(office)
    ground: Column[ItemResult] = Column("依据", 90, lambda item: grounds(item, facts), "left")
    table = fill((*columns.ITEMS, ground), office_result(office).items)
    return Part(table, [_office_words(office)])


def _rows_behind(asked: Asked) -> Part:
    office, name = asked.office, asked.query.get("fact", "")
    fact = fact_values(office).get(name)
    if fact is None:
        raise Http404
    shown = evidence_table(office.evidence.get(name, []))
    heads = [Column(head, 30, lambda row: row, "left") for head in shown["head"]]
    rows = [[cell for _head, cell in row] for row in shown["rows"]]
    return Part(Table(tuple(heads), rows), [_office_words(office), _("事实:%s") % fact.label])


def _office_words(office: JudgedOffice) -> str:
    return _("司法所:%(name)s(%(code)s)") % {"name": office.name, "code": office.code}


LISTS = {
    "rates": List(gettext_lazy("各市(区)达标率与年度目标"), _rates),
    "offices": List(gettext_lazy("司法所达标情况"), _offices),
    "lacked": List(gettext_lazy("缺得最多的条目"), _lacked),
    "wanted": List(gettext_lazy("缺资料的条目"), _wanted),
    "nearest": List(gettext_lazy("离达标最近的司法所"), _nearest),
    "items": List(gettext_lazy("司法所逐项达标情况"), _items),
    "rows": List(gettext_lazy("事实明细"), _rows_behind),
}
