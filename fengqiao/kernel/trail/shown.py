"""What the pages show of an entry: one Chinese sentence, and what else is kept of it."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.audit.exporting import number_of
from fengqiao.kernel.audit.models import Entry, Forgotten, Link, Payload
from fengqiao.kernel.audit.registry import Act


class Line(NamedTuple):
    """An entry in words; `record` is the address of all that was done with its subject."""

    entry: Entry
    title: str
    kind: str
    sentence: str
    by: str
    place: str
    record: str


class Detail(NamedTuple):
    """What is kept under a label; hidden where it may name somebody."""

    label: str | Promise
    value: str
    hidden: bool


def lines(entries: Sequence[Entry]) -> list[Line]:
    """One query for the names of all areas."""
    names = _names(entry.area_id for entry in entries)
    return [_line(entry, names) for entry in entries]


def line(entry: Entry) -> Line:
    return lines([entry])[0]


def details(entry: Entry, *, opened: bool) -> list[Detail]:
    """All that the act states, as far as it was kept."""
    act = _stated(entry)
    if act is None or not entry.payload_hash:
        return []
    kept = Payload.objects.filter(pk=entry.pk).values_list("body", flat=True).first()
    if kept is None:
        gone = Forgotten.objects.filter(pk=entry.pk).exists()
        return [Detail(_("详情"), _("已依法删去") if gone else _("缺失"), False)]
    body = json.loads(kept)
    return [
        Detail(label, _said(body[name]) if shown else "", not shown)
        for name, label in act.details.items()
        if name in body
        for shown in [opened or name in act.nameless]
    ]


class ExportLine(NamedTuple):
    """An export in the register."""

    line: Line
    number: str
    rows: str
    clear: str


def export_lines(entries: Sequence[Entry]) -> list[ExportLine]:
    """Two queries; what was forgotten of an export is left blank."""
    kept = Payload.objects.filter(pk__in=[entry.pk for entry in entries])
    bodies = {pk: json.loads(body) for pk, body in kept.values_list("pk", "body")}
    return [
        ExportLine(
            line,
            number_of(line.entry),
            _said(body.get("count")),
            _said(body.get("in_clear")),
        )
        for line in lines(entries)
        for body in [bodies.get(line.entry.pk, {})]
    ]


def place_in_chain(entry: Entry) -> Link | None:
    """None while it waits for the sealer."""
    return Link.objects.filter(entry=entry).first()


def _line(entry: Entry, names: dict[int, str]) -> Line:
    act, place = _stated(entry), names.get(entry.area_id or 0, "")
    by = entry.by.name if entry.by else str(entry.get_via_display())
    sentence = str(act.sentence).format(by=by, subject=entry.label, area=place) if act else ""
    numbered = entry.subject_kind and entry.subject_id is not None
    return Line(
        entry,
        str(act.title) if act else entry.act,
        str(act.kind.label) if act else "",
        sentence,
        by,
        place,
        reverse("trail:record", args=[entry.subject_kind, entry.subject_id]) if numbered else "",
    )


def _names(areas: Iterable[int | None]) -> dict[int, str]:
    """What each is called today or was called last."""
    wanted = {area for area in areas if area}
    rows = AreaName.objects.filter(area__in=wanted).order_by("pk").values_list("area_id", "name")
    return dict(rows)


def _stated(entry: Entry) -> Act | None:
    """None for an act that an earlier version recorded and this one no longer knows."""
    try:
        return entry.stated
    except LookupError:
        return None


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, list):
        return "、".join(_said(one) for one in value)
    if isinstance(value, dict):
        return "、".join(f"{name}:{_said(one)}" for name, one in value.items())
    return "" if value is None else str(value)
