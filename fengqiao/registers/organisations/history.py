"""What changed about an office and when, in words, from the dated rows themselves.

Membership of the party is no word here: a change of it is left out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.registers.organisations.actions.taking_back import ENDING
from fengqiao.registers.organisations.enums import Fact
from fengqiao.registers.organisations.facts import FACTS
from fengqiao.registers.organisations.models import (
    Equipment,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    Room,
    StaffRecord,
    TakenBack,
    end_word,
)
from fengqiao.registers.organisations.shown import known_text, value_text

Words = dict[str, str]  # label → value; a label may be empty


@dataclass(frozen=True, slots=True)
class Change:
    """One change: from which day, of what, and who recorded it when; an end bears no recorder."""

    on: date | None
    sentence: str
    source: str = ""
    by: str = ""
    at: datetime | None = None
    why: str = ""
    end: str = ""  # the address on which this end can be taken back


def _about_record(row: Any) -> tuple[str, Words]:
    return _("设立"), {_("类型"): row.get_kind_display(), _("区划代码"): row.division}


def _about_name(row: Any) -> tuple[str, Words]:
    return _("名称"), {"": row.name, _("编码"): row.code}


def _about_class(row: Any) -> tuple[str, Words]:
    return _("分类"), {"": row.get_size_display()}


def _about_fact(row: Any) -> tuple[str, Words]:
    text = f"{value_text(row.cell)} {FACTS[Fact(row.fact)].unit}".strip()
    return row.get_fact_display(), {"": text}


def _about_room(row: Any) -> tuple[str, Words]:
    return row.get_room_display(), {"": _("已设")}


def _about_equipment(row: Any) -> tuple[str, Words]:
    return row.get_kind_display(), {"": _("{count} 台(件)").format(count=row.quantity)}


def _about_person(row: Any) -> tuple[str, Words]:
    day_or_none = "{:%Y-%m-%d}".format
    return row.staff.name, {
        _("类别"): row.get_category_display(),
        _("岗位"): row.get_post_display() or _("无专门岗位"),
        _("任现职"): day_or_none(row.in_post_since) if row.in_post_since else "",
        _("学历"): row.get_degree_display(),
        _("法学专业"): known_text(row.law_degree),
        _("法律职业资格"): known_text(row.qualified),
        _("专业培训"): known_text(row.trained),
        _("离职"): day_or_none(row.left_on) if row.left_on else "",
    }


# each kind of row: which column names the office, what is joined, how a row is said
SORTS: tuple[tuple[Any, str, tuple[str, ...], Callable[[Any], tuple[str, Words]]], ...] = (
    (AreaName, "area", (), _about_name),
    (OfficeRecord, "office", ("recorded_by",), _about_record),
    (OfficeClass, "office", ("recorded_by",), _about_class),
    (OfficeFact, "office", ("recorded_by",), _about_fact),
    (Room, "office", ("recorded_by",), _about_room),
    (Equipment, "office", ("recorded_by",), _about_equipment),
    (StaffRecord, "staff__office", ("recorded_by", "staff"), _about_person),
)


def history_of(office: Area, user: Any) -> list[Change]:
    """All changes of the office, the newest first; one query for each kind of row."""
    changes: list[Change] = []
    for model, where, joined, say in SORTS:
        rows = model.objects.visible_to(user).uncorrected().filter(**{where: office})
        changes += _changes(rows.select_related(*joined) if joined else rows, say)
    taken_back = TakenBack.objects.visible_to(user).filter(office=office)
    changes += map(_taken_back, taken_back.select_related("recorded_by").order_by("-pk"))
    return sorted(changes, key=lambda change: change.on or date.min, reverse=True)


def _taken_back(row: TakenBack) -> Change:
    return Change(
        on=row.on,
        sentence=_("{what}:撤回这一天起的{end}").format(what=row.name, end=end_word(row.listing)),
        by=row.recorded_by.name if row.recorded_by else "",
        at=row.recorded_at,
        why=row.why,
    )


def _end_of(row: Any) -> str:
    """Where the end of a person, a room or equipment can be taken back."""
    listing = next((name for name, model in ENDING.items() if isinstance(row, model)), None)
    return reverse("organisations:take_back", args=[listing, row.pk]) if listing else ""


def _changes(rows: Iterable[Any], say: Callable[[Any], tuple[str, Words]]) -> Iterator[Change]:
    """Per key the begin, each change and the end."""
    ordered = sorted(rows, key=lambda row: (str(row.key), row.begins_on or date.min, row.pk))
    for _key, group in groupby(ordered, key=lambda row: row.key):
        for earlier, row in pairwise([None, *group, None]):
            follows = bool(earlier and row and earlier.ends_on == row.begins_on)
            if earlier and earlier.ends_on and not follows and not _was_gone(earlier):
                sentence = _("{what}:不再有").format(what=say(earlier)[0])
                yield Change(earlier.ends_on, sentence, end=_end_of(earlier))
            if row and (change := _change(earlier if follows else None, row, say)):
                yield change


def _was_gone(row: Any) -> bool:
    """A person who had left: a list that names him no more says nothing new."""
    return isinstance(row, StaffRecord) and row.has_left(row.ends_on or date.max)


def _change(earlier: Any, row: Any, say: Callable[[Any], tuple[str, Words]]) -> Change | None:
    what, words = say(row)
    before = say(earlier)[1] if earlier else {}
    parts = [
        _("{label}由{old}改为{new}").format(label=label, old=before[label] or _("未知"), new=text)
        if before.get(label)
        else f"{label}{text}"
        for label, text in words.items()
        if text and text != before.get(label)
    ]
    if not parts:
        return None
    by = getattr(row, "recorded_by", None)
    return Change(
        on=row.begins_on,
        sentence=f"{what}:{'、'.join(parts)}",
        source=getattr(row, "source", ""),
        by=by.name if by else "",
        at=getattr(row, "recorded_at", None),
        end=_end_of(row) if _leaves(earlier, row) else "",
    )


def _leaves(earlier: Any, row: Any) -> bool:
    """Whether this row is the one that tells of a departure."""
    told = earlier.left_on if isinstance(earlier, StaffRecord) else None
    return isinstance(row, StaffRecord) and row.left_on not in (None, told)
