"""The lists of the pages 达标 as workbooks: all rows that an address selects, and what they are.

`LISTS` names them; a new list is a function that makes a table of what was asked, and a row there.
Rows are read while they are written, so that a list of a whole country is no larger in memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.listing import Listing
from fengqiao.oversight.standards import export_columns
from fengqiao.oversight.standards.behind import rows_behind, sees_full
from fengqiao.oversight.standards.keeping import detail_of, district_results, office_results
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.oversight.standards.seen import Seen
from fengqiao.oversight.standards.selection import MEETS, Selection
from fengqiao.oversight.standards.shown import evidence_table, grounds
from fengqiao.oversight.standards.tallies import item_counts, most_lacked, most_unknown
from fengqiao.oversight.standards.verdicts import LETTERS, columns_of
from fengqiao.rulebook.reports import columns
from fengqiao.rulebook.reports.tables import Cell, Column, Rate, printed
from fengqiao.rulebook.reports.wording import day, rounded, said
from fengqiao.rulebook.results import ItemResult, OfficeResult

if TYPE_CHECKING:
    from fengqiao.oversight.standards.seen import Reader

A_MILLIMETRE = 0.6  # of a column's width on paper, in characters of a workbook
WIDEST = 50  # characters
CHUNK = 200  # offices that are read at a time

ITEM_HEADS = {"结论": "条目结论"}  # beside the verdict of the office


@dataclass(frozen=True, slots=True)
class Asked:
    """The judgement, what of it the reader sees within the district of the address, and the address."""

    kept: Judgement
    seen: Seen
    query: Mapping[str, str]
    reader: "Reader"

    @property
    def selection(self) -> Selection:
        """The filter over offices."""
        return Selection.from_query(self.query)

    @property
    def office(self) -> JudgedOffice:
        """The one office that is asked for."""
        row = self.query.get("office", "")
        rows = self.seen.offices.select_related("detail")
        office = rows.filter(row=int(row)).first() if row.isdecimal() and len(row) < 10 else None
        if office is None:
            raise Http404
        office.judgement = self.kept
        return office

    def results(self, rows: QuerySet[JudgedOffice]) -> Iterator[OfficeResult]:
        """These offices, read a few at a time."""
        return office_results(self.kept, rows.select_related("detail").iterator(CHUNK))


@dataclass(frozen=True, slots=True)
class Part:
    """A table of so many rows with what it was filtered by, in words."""

    columns: tuple[Column[Any], ...]
    rows: Iterable[Any]
    count: int
    filters: list[str]


class List(NamedTuple):
    """A list by its title."""

    title: str | Promise
    make: Callable[[Asked], Part]


def listing(name: str, asked: Asked) -> tuple[Listing, int]:
    """The list of this name and how many rows it has; Http404 where there is none."""
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
        _("共 %d 行。") % part.count,
    ]
    heads = [said(column.title) for column in part.columns]
    listed = Listing(
        title=typeset(str(title)),
        notes=[typeset(note) for note in notes],
        columns=[
            (head, min(max(column.width * A_MILLIMETRE, 2 * len(head) + 4), WIDEST))
            for head, column in zip(heads, part.columns, strict=True)
        ],
        rows=([_cell(column.value(row)) for column in part.columns] for row in part.rows),
    )
    return listed, part.count


def _withdrawn(kept: Judgement) -> list[str]:
    """That the judgement counts no more, where it does not."""
    if not kept.withdrawn_at:
        return []
    day = timezone.localdate(kept.withdrawn_at).isoformat()
    said = _("本次评定已于 %(day)s 作废,不再作为依据。理由:%(why)s")
    return [said % {"day": day, "why": kept.withdrawn_why}]


def file_name(name: str, kept: Judgement) -> str:
    """What a browser saves the list as."""
    return f"{LISTS[name].title}({kept.on.isoformat()})"


def _cell(cell: Any) -> Any:
    """Numbers and rates as such, all else as the pages print it."""
    if isinstance(cell, Rate):
        return rounded(cell.share, cell.against)
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else printed(cell)


def _of_district(
    asked: Asked, heads: tuple[Column[Any], ...], rows: Iterable[Any], count: int
) -> Part:
    words = Selection(district=asked.selection.district).words(asked.kept.about)
    return Part(heads, rows, count, words)


def _rates(asked: Asked) -> Part:
    rates = district_results(asked.kept, **asked.seen.within)
    return _of_district(asked, columns.DISTRICTS, rates, len(rates))


def _lacked(asked: Asked) -> Part:
    about = asked.kept.about
    items = most_lacked(item_counts(columns_of(about), asked.seen.tallies))
    heads = export_columns.lacked(about["classes"])
    return _of_district(asked, heads, enumerate(items, start=1), len(items))


def _wanted(asked: Asked) -> Part:
    items = most_unknown(item_counts(columns_of(asked.kept.about), asked.seen.tallies))
    names = _first_wanting(asked)
    rows = [(number, item, names[item.id]) for number, item in enumerate(items, start=1)]
    return _of_district(asked, export_columns.WANTED, rows, len(items))


def _first_wanting(asked: Asked) -> dict[str, list[str]]:
    """By item the names of the first offices of which it is not known."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    known = columns_of(asked.kept.about)
    rows = asked.seen.offices.filter(unknown__gt=0).order_by("row").values_list("name", "verdicts")
    for name, verdicts in rows.iterator(CHUNK):
        for column, letter in zip(known, verdicts, strict=True):
            if letter == LETTERS["unknown"] and len(names[column.item]) < export_columns.NAMED:
                names[column.item].append(name)
    return names


def _nearest(asked: Asked) -> Part:
    rows = asked.seen.offices.filter(MEETS["unmet"]).order_by("unmet", "unknown", "row")
    ranked = enumerate(asked.results(rows), start=1)
    return _of_district(asked, columns.NEAREST, ranked, rows.count())


def _offices(asked: Asked) -> Part:
    selection = asked.selection
    rows = selection.of(asked.seen.offices, asked.kept.about)
    heads = (*columns.OFFICES, *columns.WANTING)
    if selection.item:
        heads += tuple(_of_item(column, selection.item) for column in columns.ITEMS)
    words = selection.words(asked.kept.about)
    return Part(heads, asked.results(rows), rows.count(), words)


def _of_item(column: Column[ItemResult], item: str) -> Column[OfficeResult]:
    title = ITEM_HEADS.get(column.title, column.title)

    def value(office: OfficeResult) -> Cell:
        return column.value(next(one for one in office.items if one.id == item))

    return Column(title, column.width, value, column.align)


def _items(asked: Asked) -> Part:
    office = asked.office
    detail = detail_of(office)
    ground: Column[ItemResult] = Column(
        "依据", 90, lambda item: grounds(item, detail.facts), "left"
    )
    heads = (*columns.ITEMS, ground)
    return Part(heads, detail.items, len(detail.items), [_office_words(office)])


def _rows_behind(asked: Asked) -> Part:
    office, name = asked.office, asked.query.get("fact", "")
    detail = detail_of(office)
    fact = detail.facts.get(name)
    if fact is None:
        raise Http404
    full = sees_full(asked.reader, office)
    shown = evidence_table(rows_behind(detail.evidence.get(name, []), full=full))
    heads = tuple(_at(place, head) for place, head in enumerate(shown["head"]))
    words = [_office_words(office), _("事实:%s") % fact.label]
    return Part(heads, shown["rows"], len(shown["rows"]), words)


def _at(place: int, head: str) -> Column[Any]:
    return Column(head, 30, lambda row: row[place][1], "left")


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
