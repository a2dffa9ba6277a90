"""Makes the cases what the ledger says, in statements whose number does not grow with each row.

The caller holds the ledger's turn: it is one transaction.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.enums import ENDS, PEOPLES_LAW
from fengqiao.duties.disputes.ledger.linking import Owners, owners_of
from fengqiao.duties.disputes.ledger.plan import Changed, LedgerPlan, before
from fengqiao.duties.disputes.ledger.records import (
    changed,
    record_of,
    told,
    told_openly,
    values_of,
)
from fengqiao.duties.disputes.ledger.rules import Row
from fengqiao.duties.disputes.ledger.sheet import HEADERS
from fengqiao.duties.disputes.models import Dispute, LedgerRow, Party
from fengqiao.duties.disputes.searching import index_again, index_new
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import Many, record, record_many
from fengqiao.kernel.workflow.taking_over import Taken, take_again, take_over
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

BATCH = 1000  # rows that are in memory as cases at a time
SAID = ("result", "committee", "mediator")


def write_plan(plan: LedgerPlan, *, by: "User | None") -> None:
    """InputRefused where a case was registered or had an act since the plan was made."""
    codes = {plan.sheet.column("office")[at] for at in _touched(plan)}
    owners = owners_of({plan.places[code].area.pk for code in codes})
    try:
        for chunk in _chunks(plan.new):
            _take(plan, chunk, owners, by)
    except IntegrityError as clash:
        raise _overtaken() from clash
    for some in _chunks(plan.changed):
        _take_again(plan, some, owners, by)
    _record(plan, by)


def _touched(plan: LedgerPlan) -> Iterator[int]:
    yield from plan.new
    yield from (one.at for one in plan.changed)


def _chunks(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    yield from (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def _overtaken() -> InputRefused:
    return InputRefused(_("导入期间有案件在系统里登记或者办理,没有写入。请再导入一次。"))


def _take(plan: LedgerPlan, chunk: Sequence[int], owners: Owners, by: "User | None") -> None:
    rows = [plan.row(at) for at in chunk]
    cases = [
        _case(Dispute(), plan.place(at).area, row, owners)
        for at, row in zip(chunk, rows, strict=True)
    ]
    said = [{HEADERS[name]: str(row[name]) for name in SAID if row[name]} for row in rows]
    taken = [Taken(*one) for one in zip(cases, said, strict=True)]
    take_over(PROCEDURE, taken, by=by, on=plan.on)
    Party.objects.bulk_create(
        [one for case, row in zip(cases, rows, strict=True) for one in _parties(case, row)], BATCH
    )
    LedgerRow.objects.bulk_create(_kept(cases, rows, plan.on), BATCH)
    prefetch_related_objects(cases, "parties")  # of which the index takes names
    index_new(cases)


def _take_again(
    plan: LedgerPlan, chunk: Sequence[Changed], owners: Owners, by: "User | None"
) -> None:
    there = Dispute.objects.select_for_update(of=("self",)).in_bulk([one.known.pk for one in chunk])
    if any(one.known.version != getattr(there.get(one.known.pk), "version", 0) for one in chunk):
        raise _overtaken()
    rows = [plan.row(one.at) for one in chunk]
    cases = [
        _case(there[one.known.pk], plan.place(one.at).area, row, owners)
        for one, row in zip(chunk, rows, strict=True)
    ]
    records = [(before(one), record_of(row)) for one, row in zip(chunk, rows, strict=True)]
    taken = [Taken(case, told(*both)) for case, both in zip(cases, records, strict=True)]
    prefetch_related_objects([one.case for one in taken], "transfers")  # for their terms
    take_again(PROCEDURE, taken, by=by, on=plan.on)
    _replace_parties(
        [
            (case, row)
            for case, row, both in zip(cases, rows, records, strict=True)
            if "parties" in changed(*both)
        ]
    )
    LedgerRow.objects.bulk_create(
        _kept(cases, rows, plan.on),
        BATCH,
        update_conflicts=True,
        unique_fields=["dispute"],
        update_fields=["row", "version", "taken_on"],
    )
    prefetch_related_objects(cases, "parties")
    index_again(cases)
    about = [
        Many(case, case.office, case.number, {"changes": told_openly(*both)})
        for case, both in zip(cases, records, strict=True)
    ]
    record_many("disputes.take_again", by=by, about=about)


def _case(case: Dispute, office: Area, row: Row, owners: Owners) -> Dispute:
    for name, value in values_of(row).items():
        setattr(case, name, value)
    case.office = office
    by_law = case.kind in PEOPLES_LAW  # 行政调解 stands under no committee
    case.body = owners.body(office, row["committee"]) if by_law else None
    case.mediator = owners.mediator(office, row["mediator"]) if by_law else None
    is_open = case.state not in ENDS
    case.owner = owners.of(office, row["mediator"], is_open=is_open)
    return case


def _parties(case: Dispute, row: Row) -> Iterator[Party]:
    yield from (Party(dispute=case, name=name) for name in row["parties"])


def _replace_parties(found: Sequence[tuple[Dispute, Row]]) -> None:
    """Nobody has touched them here: the case had no act since it came."""
    Party.objects.filter(dispute__in=[case for case, _row in found]).delete()
    Party.objects.bulk_create(
        [party for case, row in found for party in _parties(case, row)], BATCH
    )


def _kept(cases: Sequence[Dispute], rows: Sequence[Row], on: date) -> list[LedgerRow]:
    return [
        LedgerRow(dispute=case, row=record_of(row), version=case.version, taken_on=on)
        for case, row in zip(cases, rows, strict=True)
    ]


def _record(plan: LedgerPlan, by: "User | None") -> None:
    """An entry for each office of which the file changed something."""
    codes = plan.sheet.column("office")
    counts = {
        "taken": Counter(codes[at] for at in plan.new),
        "changed": Counter(codes[one.at] for one in plan.changed),
        "kept": Counter(codes[one.at] for one in plan.kept),
    }
    for code in sorted({*counts["taken"], *counts["changed"]}):
        place = plan.places[code]
        numbers: dict[str, Any] = {name: counter[code] for name, counter in counts.items()}
        about = {"file": plan.source, **numbers}
        record("disputes.take_over", by=by, subject=place.area, label=place.name, **about)
