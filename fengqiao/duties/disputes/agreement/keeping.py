"""Writes the rows of a draft; the rows before are gone with it, the timeline says that it changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from fengqiao.duties.disputes.models import Agreement, Dispute, Instalment, Obligation


def keep(case: Dispute, head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Columns of `Agreement`; columns of `Obligation` each with `parts`, pairs of day and amount."""
    Agreement.objects.update_or_create(dispute=case, defaults=dict(head))
    case.obligations.all().delete()
    made = Obligation.objects.bulk_create(
        Obligation(
            dispute=case,
            place=place,
            **{name: value for name, value in row.items() if name != "parts"},
        )
        for place, row in enumerate(rows, 1)
    )
    Instalment.objects.bulk_create(
        Instalment(obligation=obligation, due_on=day, amount=amount)
        for obligation, row in zip(made, rows, strict=True)
        for day, amount in row.get("parts", ())
    )
