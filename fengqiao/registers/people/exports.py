"""The list of persons as a workbook: masked, unless somebody may take it out plain and says why."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.lib import masks
from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.listing import Listing
from fengqiao.registers.people.models import SECRET, Person
from fengqiao.registers.people.shown import age, label, masked, plain

WIDTHS = {"id_number": 22, "phone": 16, "phone_more": 16, "address": 36, "household": 36}


def people_listing(people: Iterable[Person], *, in_clear: bool) -> Listing:
    """All rows, under whether they are masked."""
    rows = list(_rows(people, in_clear=in_clear))
    notes = [
        _("未遮盖。") if in_clear else _("证件号码、电话、住址和姓名已遮盖。"),
        _("共 %d 人。含个人信息,只用于办理事项,不得转发。") % len(rows),
    ]
    columns = [(_("姓名"), 14), (_("性别"), 8), (_("出生日期") if in_clear else _("年龄"), 14)]
    columns += [(_("证件种类"), 18), *((label(name), WIDTHS[name]) for name in SECRET)]
    return Listing(
        title=_("人员档案"),
        notes=[typeset(note) for note in notes],
        columns=columns,
        rows=rows,
    )


def _rows(people: Iterable[Person], *, in_clear: bool) -> Iterator[list[Any]]:
    today = timezone.localdate()
    value = plain if in_clear else masked
    for person in people:
        yield [
            person.name if in_clear else masks.name(person.name),
            str(person.get_sex_display()),
            person.born_on if in_clear else age(person, today),
            str(person.get_paper_display()),
            *(value(person, name) for name in SECRET),
        ]
