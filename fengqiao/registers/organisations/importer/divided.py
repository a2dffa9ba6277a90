"""Which rows of a roster would tear a township apart: it lies in one district, with all its offices.

Several offices may share a 区划代码, so two rows may name two districts for it; and a file that names
one of its offices may leave another one out, which stays where it is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.divisions import find_areas
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook.reading import Sheet
from fengqiao.registers.organisations.models import OfficeRecord
from fengqiao.registers.organisations.selection import called
from fengqiao.rulebook.roster import Look


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet 司法所."""

    number: int
    code: str | None
    division: str
    district: str

    @property
    def town(self) -> str:
        return self.division[:9]


@dataclass(frozen=True, slots=True)
class _Standing:
    """An office of the register that the file does not name."""

    name: str
    district: str


def rows_that_divide(day: date) -> Look:
    """What `roster.read` asks: rows that name another district for a township than the others."""

    def look(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
        sheet = sheets.get("offices")
        if sheet is not None:
            for row, why in _wrong(list(_rows(sheet)), day):
                yield Fault(sheet.title, row.number, "区划代码", row.division, why)

    return look


def _rows(sheet: Sheet) -> Iterator[_Row]:
    columns = (sheet.rows, *map(sheet.column, ("code", "division", "district")))
    for number, code, division, district in zip(*columns, strict=True):
        if division is not None and district is not None:
            yield _Row(number, code, division, district)


def _wrong(rows: Sequence[_Row], day: date) -> Iterator[tuple[_Row, str]]:
    towns = find_areas({row.town for row in rows}, TOWNSHIPS, day)
    standing = _standing(towns, {row.code for row in rows}, day)
    together: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        together[row.town].append(row)
    for town, of_town in together.items():
        if staying := standing.get(town):
            yield from _against_register(of_town, staying)
        elif len({row.district for row in of_town}) > 1:
            yield from _against_each_other(of_town, towns.get(town), day)


def _standing(
    towns: Mapping[str, Area], named: set[str | None], day: date
) -> dict[str, list[_Standing]]:
    """By the code of the township, its offices that the file does not name."""
    code_of = {town.pk: code for code, town in towns.items()}
    records = OfficeRecord.objects.on(day).annotate(
        code=called("office", day, "code"),
        name=called("office", day),
        district=called("district_area", day),
    )
    found: defaultdict[str, list[_Standing]] = defaultdict(list)
    for town, code, name, district in records.values_list("town", "code", "name", "district"):
        if town in code_of and code not in named:
            found[code_of[town]].append(_Standing(name, district))
    return found


def _against_register(
    rows: Sequence[_Row], staying: Sequence[_Standing]
) -> Iterator[tuple[_Row, str]]:
    districts = {office.district for office in staying}
    for row in rows:
        if row.district not in districts:
            yield (
                row,
                _(
                    "这里写的是%(given)s,而用同一区划代码的%(office)s登记在%(known)s,名册没有列出;"
                    "一个乡镇(街道)只能属于一个市(区)"
                )
                % {
                    "given": row.district,
                    "office": staying[0].name,
                    "known": staying[0].district,
                },
            )


def _against_each_other(
    rows: Sequence[_Row], town: Area | None, day: date
) -> Iterator[tuple[_Row, str]]:
    """Right is what the register says of the township, else what the first row says."""
    known = _district_of(town, day)
    right = next((row for row in rows if row.district == known), rows[0])
    for row in rows:
        if row.district != right.district:
            words = _(
                "这里写的是%(given)s,第%(row)d行用同一区划代码,写的是%(other)s;"
                "一个乡镇(街道)只能属于一个市(区)"
            )
            said = {"given": row.district, "row": right.number, "other": right.district}
            yield row, words % said


def _district_of(town: Area | None, day: date) -> str:
    above = Area.objects.get_parent(town) if town else None
    name = above.name_on(day) if above and above.kind == AreaKind.DISTRICT else None
    return name.name if name else ""
