"""The draft of a case, from its rows."""

from datetime import date

from fengqiao.duties.disputes.agreement.draft import Draft, Duty, Part, Who
from fengqiao.duties.disputes.enums import PEOPLES_LAW
from fengqiao.duties.disputes.models import Dispute, Obligation, Party


def has_rows(case: Dispute) -> bool:
    return bool(case.obligations.all())


def draft_of(case: Dispute, signed_on: date | None = None) -> Draft:
    """As it stands; without the day of the signatures its days are held against the start."""
    head = getattr(case, "drafted", None)
    parties = {party.pk: party for party in case.parties.all()}
    return Draft(
        duties=tuple(_duty(row, parties, case) for row in case.obligations.all()),
        facts=head.facts if head else "",
        extra=head.extra if head else "",
        total=head.total if head else None,
        total_words=head.total_words if head else "",
        is_peoples=case.kind in PEOPLES_LAW,
        matter=case.matter,
        earliest=signed_on or case.effective_on or case.started_on,
    )


def _duty(row: Obligation, parties: dict[int, Party], case: Dispute) -> Duty:
    def who(pk: int | None, name: str) -> Who | None:
        if pk is not None:
            party = parties[pk]
            return Who(party.name, True, party.capacity_on(case.registered_on))
        return Who(name, is_party=False) if name else None

    return Duty(
        row=row.place,
        debtor=who(row.debtor_id, row.debtor_name),
        creditor=who(row.creditor_id, row.creditor_name),
        subject=row.subject,
        what=row.what,
        amount=row.amount,
        due_on=row.due_on,
        at_once=row.at_once,
        condition=row.condition,
        way=row.way,
        parts=tuple(Part(one.due_on, one.amount) for one in row.instalments.all()),
    )
