"""Takes away what is personal and leaves the row: cases, figures and judgements go on counting it.

An office that has no more to do with a person forgets him: its own entry, its requests and what its
trail says of them. Once no office knows him, the record itself is emptied. Both inside the act of
the list that says so, in the turn of the register.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.audit.forgetting import forget
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people.actions import REGISTER
from fengqiao.registers.people.enums import Asker, Paper, RequestState
from fengqiao.registers.people.models import SECRET, Known, Merge, Person, Request

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def erase_person(subject_id: int, area: Area, by: "User | None") -> None:
    """The office forgets the person with all records that were merged into his; the last one that
    forgets empties them."""
    with turn(REGISTER):
        family = _family(subject_id)
        for asked in Request.objects.select_for_update().filter(person__in=family, area=area):
            _empty_request(asked, area, by)
        record("people.erased", by=by, subject=family[0], area=area)
        Known.objects.filter(person__in=family, area=area).delete()
        nobody = not Known.objects.filter(person__in=family).exists()
        _forget(family, None if nobody else area, area, by)
        if nobody:
            for person in family:
                _empty(person)


def erase_request(subject_id: int, area: Area, by: "User | None") -> None:
    """What was asked and answered goes; that it was, and when, stays."""
    with turn(REGISTER):
        asked = Request.objects.select_for_update().get(pk=subject_id)
        _empty_request(asked, area, by)


def _family(subject_id: int) -> list[Person]:
    """The record and all that became part of it, also by way of others."""
    found = list(Person.objects.select_for_update().filter(pk=subject_id))
    for person in found:
        found += Person.objects.select_for_update().filter(merged_into=person)
    return found


def _empty(person: Person) -> None:
    """Nothing that stood in the record is left, and nothing by which it was found."""
    person.name, person.paper, person.sex, person.born_on = _("(已销毁)"), Paper.NONE, "", None
    for name in SECRET:
        setattr(person, name, "")
    person.erased_on = timezone.localdate()
    person.save()
    gone = _("(已销毁)")
    Merge.objects.filter(Q(kept=person) | Q(gone=person)).update(before={}, reason=gone)
    undone = Merge.objects.filter(Q(kept=person) | Q(gone=person), undone_at__isnull=False)
    undone.update(undone_reason=gone)


def _empty_request(asked: Request, area: Area, by: "User | None") -> None:
    if asked.state == RequestState.OPEN:
        raise InputRefused(_("还有没办结的个人信息请求,不能销毁。"))
    if asked.erased_on:
        return
    asked.wanted = asked.decision = ""
    asked.asker_name = "" if asked.asker == Asker.SELF else _("(已销毁)")
    asked.erased_on = timezone.localdate()
    asked.save()
    record("people.request_erased", by=by, subject=asked, area=area)
    _forget([asked], area, area, by)


def _forget(subjects: Iterable[Model], within: Area | None, area: Area, by: "User | None") -> None:
    """What the trail keeps of them beside who did what when: of one office, or of all."""
    for subject in subjects:
        entries = Entry.objects.about(subject).filter(payload__isnull=False)
        if within is not None:
            entries = entries.filter(area=within)
        if entries.exists():
            forget(list(entries), by=by, reason=_("保存期限届满,已销毁"), area=area)
