"""The list of offices as a workbook: the rows that its address selects, of its day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.listing import Listing
from fengqiao.registers.organisations.forms.filters import OfficesForm

# header, width in characters, and where a row of `selection.rows_on` has it
COLUMNS = (
    ("编码", 16, "code"),
    ("名称", 28, "name"),
    ("市(区)", 14, "district"),
    ("乡镇(街道)", 18, "town_name"),
    ("区划代码", 16, "division"),
    ("类型", 10, "kind"),
    ("分类", 10, "size"),
    ("在职人员", 12, "persons"),
)


def offices_listing(rows: Iterable[Any], form: OfficesForm, day: date) -> Listing:
    """All rows, under the day of which they speak and the filter."""
    cells = [[getattr(row, name) for _head, _width, name in COLUMNS] for row in rows]
    notes = [
        _("%s 的情况。") % day.isoformat(),
        _("筛选:%s。") % (";".join(filter_words(form)) or _("无")),
        _("共 %d 个司法所。") % len(cells),
    ]
    return Listing(
        title=_("司法所名单"),
        notes=[typeset(note) for note in notes],
        columns=[(typeset(header), width) for header, width, _name in COLUMNS],
        rows=cells,
    )


def file_name(day: date) -> str:
    """What a browser saves the list as."""
    return f"司法所名单({day.isoformat()})"


def filter_words(form: OfficesForm) -> list[str]:
    """What the list was filtered by, as its filter row says it; the day is told apart."""
    typed = {name: value for name, value in form.cleaned_data.items() if value and name != "on"}
    return [
        f"{form.fields[name].label}:{_said(form, name, value)}" for name, value in typed.items()
    ]


def _said(form: OfficesForm, name: str, value: str) -> str:
    choices: Any = getattr(form.fields[name], "choices", ())
    return str(dict(choices).get(value, value))
