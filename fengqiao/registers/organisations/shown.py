"""What the page of an office shows of its rows: words for values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fengqiao.registers.organisations.branch import Advice, advise
from fengqiao.registers.organisations.enums import Fact, Party
from fengqiao.registers.organisations.facts import FACTS
from fengqiao.registers.organisations.models import OfficeFact, StaffRecord


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value as a line of the page; `text` is empty where it is not known."""

    label: str
    text: str = ""
    unit: str = ""
    since: str = ""
    origin: str = ""
    source: str = ""


def value_rows(facts: Iterable[Fact], known: Mapping[str, OfficeFact]) -> list[ValueRow]:
    """A line for each of these facts, known or not."""
    return [_value_row(fact, known.get(fact)) for fact in facts]


def _value_row(fact: Fact, row: OfficeFact | None) -> ValueRow:
    if row is None:
        return ValueRow(str(fact.label))
    return ValueRow(
        label=str(fact.label),
        text=value_text(row.cell),
        unit=FACTS[fact].unit,
        since=f"{row.begins_on:%Y-%m-%d}" if row.begins_on else _("最初"),
        origin=row.get_origin_display(),
        source=row.source,
    )


def value_text(value: float | bool) -> str:
    """是, 否, or the number as people write it."""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as a line of the page: words only, and nothing of party membership."""

    staff: int
    name: str
    cells: list[tuple[str, str]]  # label and value


def person_row(person: StaffRecord) -> PersonRow:
    """Category, post, since when in it, degree, law degree, qualification, training."""
    since = person.in_post_since
    cells = [
        (_("人员类别"), person.get_category_display()),
        (_("岗位"), person.get_post_display() or _("无专门岗位")),
        (_("任现职"), f"{since:%Y-%m-%d}" if since else _("未知")),
        (_("学历"), person.get_degree_display() or _("未知")),
        (_("法学专业"), known_text(person.law_degree)),
        (_("法律职业资格"), known_text(person.qualified)),
        (_("专业培训"), known_text(person.trained)),
    ]
    return PersonRow(person.staff_id, person.staff.name, cells)


def known_text(value: bool | None) -> str:
    """是, 否, or 未知."""
    return _("未知") if value is None else value_text(value)


def branch_advice(persons: Iterable[StaffRecord], size: str | None) -> Advice:
    """The branch due (4.1.a), from the number of full members alone."""
    parties = [person.party for person in persons]
    return advise(parties.count(Party.FULL), parties.count(""), size)
