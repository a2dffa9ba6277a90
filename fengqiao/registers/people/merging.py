"""Two records of one natural person become one, and two again.

Taken back is the last merger into a record first: so every value and every row finds its way home.
What was changed or added after the merger stays with the record that was kept.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people.actions import REGISTER
from fengqiao.registers.people.models import COLUMNS, Known, Merge, Person
from fengqiao.registers.people.references import Reference, all_references, named
from fengqiao.registers.people.shown import labels

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

BATCH = 500
# Chosen together: a number is of a kind of paper.
CHOICES: dict[str, tuple[str, ...]] = {
    "paper": ("paper", "id_number"),
    **{name: (name,) for name in COLUMNS if name not in ("paper", "id_number")},
}


def merge(
    *,
    kept: Person,
    gone: Person,
    taken: Iterable[str],
    reason: str,
    area: Area,
    by: "User | None",
) -> Merge:
    """`taken` names the choices (`CHOICES`) whose values come from the record that goes."""
    with turn(REGISTER):
        rows = Person.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).in_bulk()
        kept, gone = rows[kept.pk], rows[gone.pk]
        _refuse_merged(kept, gone)
        columns = [column for choice in taken for column in CHOICES[choice]]
        new = {name: getattr(gone, name) for name in columns}
        before = {name: [_packed(getattr(kept, name)), _packed(new[name])] for name in new}
        _set(kept, new)
        gone.merged_into = kept
        gone.save()
        made = Merge.objects.create(
            kept=kept,
            gone=gone,
            reason=reason,
            by=by,
            before=before,
            moved={one.name: _move(one, gone, kept) for one in all_references()},
            gained=_gain(gone, kept),
        )
        for subject in (kept, gone):
            record("people.merged", by=by, subject=subject, area=area, reason=reason)
    return made


def unmerge(*, made: Merge, reason: str, area: Area, by: "User | None") -> list[str]:
    """Two records again; the columns that were changed meanwhile and stay as they are now."""
    with turn(REGISTER):
        made = Merge.objects.select_for_update().select_related("kept", "gone").get(pk=made.pk)
        _refuse_out_of_order(made)
        kept, gone = made.kept, made.gone
        back, stay = _values_before(kept, made.before)
        _set(kept, back)
        gone.merged_into = None
        gone.save()
        for name, keys in made.moved.items():
            _point(named(name), keys, kept, gone)
        Known.objects.filter(pk__in=made.gained, person=kept).delete()
        made.undone_at, made.undone_by, made.undone_reason = timezone.now(), by, reason
        made.save()
        for subject in (kept, gone):
            record(
                "people.unmerged",
                by=by,
                subject=subject,
                area=area,
                reason=reason,
                fields=labels(stay),
            )
    return stay


def _refuse_merged(kept: Person, gone: Person) -> None:
    if kept.pk == gone.pk:
        raise InputRefused(_("这是同一份档案。"))
    if kept.merged_into_id or gone.merged_into_id:
        raise InputRefused(_("其中一份已经并入别的档案,请刷新后再办。"))


def _refuse_out_of_order(made: Merge) -> None:
    if made.undone_at:
        raise InputRefused(_("这次合并已经拆分过。"))
    if made.kept.merged_into_id:
        raise InputRefused(_("保留的档案后来又并入了别的档案,请先拆分后一次合并。"))
    if Merge.objects.standing().filter(kept=made.kept, pk__gt=made.pk).exists():
        raise InputRefused(_("这份档案后来还并入过别的档案,请先拆分后一次合并。"))


def _set(person: Person, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(person, name, value)
    person.save()


def _packed(value: Any) -> Any:
    """As JSON keeps it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _unpacked(name: str, value: Any) -> Any:
    return parse_date(value) if name == "born_on" and value else value


def _values_before(
    kept: Person, before: Mapping[str, list[Any]]
) -> tuple[dict[str, Any], list[str]]:
    """What goes back, and what was changed since. A number goes with its paper."""
    stay = [name for name, (_old, new) in before.items() if _packed(getattr(kept, name)) != new]
    if {"paper", "id_number"} & set(stay) and "paper" in before:
        stay = [*{*stay, "paper", "id_number"}]
    back = {name: _unpacked(name, old) for name, (old, _) in before.items() if name not in stay}
    return back, sorted(stay, key=COLUMNS.index)


def _move(reference: Reference, gone: Person, kept: Person) -> list[Any]:
    """The keys of the rows that now point at the kept record."""
    rows = reference.rows.filter(**{reference.field: gone})
    if reference.together:
        there = set(
            reference.rows.filter(**{reference.field: kept}).values_list(*reference.together)
        )
        standing = rows.values_list("pk", *reference.together)
        keys = [key for key, *values in standing if tuple(values) not in there]
    else:
        keys = list(rows.values_list("pk", flat=True))
    _point(reference, keys, gone, kept)
    return keys


def _point(reference: Reference, keys: list[Any], old: Person, new: Person) -> None:
    """Only rows that still point at the old one: what was moved on since stays there."""
    for start in range(0, len(keys), BATCH):
        rows = reference.rows.filter(pk__in=keys[start : start + BATCH], **{reference.field: old})
        rows.update(**{reference.field: new})


def _gain(gone: Person, kept: Person) -> list[int]:
    """Every office that knows the one knows the kept one too, since the same day."""
    there = Known.objects.filter(person=kept).values("area")
    gained = []
    for known in Known.objects.filter(person=gone).exclude(area__in=there).order_by("pk"):
        row = Known.objects.create(
            person=kept, area_id=known.area_id, since=known.since, made_by=known.made_by
        )
        gained.append(row.pk)
    return gained
