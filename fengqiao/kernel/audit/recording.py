"""Writes the trail, in the transaction of the act itself: what did not happen left no trail, and
what left no trail did not happen."""

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.digests import canonical, entry_digest, payload_hash
from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.kernel.audit.registry import CHANGES, Act, act_named
from fengqiao.kernel.audit.via import Via, door
from fengqiao.kernel.audit.watching import note

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

BATCH = 1000  # rows of one statement
CITY, DISTRICT = Area.steplen, 2 * Area.steplen


def record(
    act: str,
    *,
    by: "User | None",
    subject: Model | None = None,
    area: Area | None = None,
    label: str = "",
    via: Via | None = None,
    **details: Any,
) -> Entry:
    """One entry. `area` says whose trail it is (a subject that is an area stands for itself),
    `label` what the subject is called, never by a person's name; `details` are those that the act's
    row names.

    A change that is recorded outside its transaction is an error: it could be there without its
    trail.
    """
    _refuse(act_named(act), details)
    note(act)
    return _write(_entry(act, by, subject, area, label, via), details)


class Many(NamedTuple):
    """One of many entries of the same act; as `record` has it."""

    subject: Model
    area: Area
    label: str
    details: dict[str, Any]


def record_many(act: str, *, by: "User | None", about: Sequence[Many]) -> None:
    """An entry for each, in a few statements: for what one import does to many records."""
    stated, via = act_named(act), door()
    entries, payloads = [], []
    for one in about:
        _refuse(stated, one.details)
        entry = _entry(act, by, one.subject, one.area, one.label, via)
        payloads.append(_sealed(entry, one.details))
        entries.append(entry)
        note(act)
    Entry.objects.bulk_create(entries, BATCH)
    Payload.objects.bulk_create(
        [
            Payload(entry=entry, salt=salt, body=body)
            for entry, (salt, body), one in zip(entries, payloads, about, strict=True)
            if one.details
        ],
        BATCH,
    )


def _entry(
    act: str,
    by: "User | None",
    subject: Model | None,
    area: Area | None,
    label: str,
    via: Via | None,
) -> Entry:
    area = subject if area is None and isinstance(subject, Area) else area
    path = area.path if area else ""
    return Entry(
        act=act,
        by=by,
        via=via or door(),
        area=area,
        city=path[:CITY],
        district=path[:DISTRICT] if len(path) >= DISTRICT else "",
        subject_kind=subject._meta.label_lower if subject else "",
        subject_id=subject.pk if subject else None,
        label=label or _called(subject),
        salt=secrets.token_hex(16),
    )


def _sealed(entry: Entry, details: dict[str, Any]) -> tuple[str, str]:
    """Binds the entry to its details; salt and text of their payload."""
    body, salt = canonical(details), secrets.token_hex(16)
    entry.payload_hash = payload_hash(salt, body) if details else ""
    entry.digest = entry_digest(entry.salt, entry.said)
    return salt, body


def _write(entry: Entry, details: dict[str, Any]) -> Entry:
    salt, body = _sealed(entry, details)
    if not details:
        entry.save(force_insert=True)
        return entry
    with transaction.atomic(savepoint=False):
        entry.save(force_insert=True)
        Payload.objects.bulk_create([Payload(entry=entry, salt=salt, body=body)])
    return entry


def _refuse(act: Act, details: dict[str, Any]) -> None:
    if act.kind in CHANGES and not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            f"{act.name} is recorded outside its transaction"
        )
    unstated = details.keys() - act.details.keys()
    if unstated:
        raise LookupError(f"details that the row of {act.name} does not name: {sorted(unstated)}")


def _called(subject: Model | None) -> str:
    """The name of a place; of anything else its kind and number, which name nobody."""
    if subject is None:
        return ""
    if isinstance(subject, Area):
        return getattr(subject, "name", "") or str(subject)
    return _("%(kind)s %(number)s 号") % {
        "kind": subject._meta.verbose_name,
        "number": subject.pk,
    }
