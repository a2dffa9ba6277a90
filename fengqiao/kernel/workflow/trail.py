"""The trail of a procedure, from its table."""

from fengqiao.kernel.audit.registry import Act
from fengqiao.kernel.workflow.tables import Procedure


def acts_of(procedure: Procedure) -> list[Act]:
    """A kind of entry for each act; what was given with it stays in the timeline alone. Of a ledger
    the duty states its own: one file brings many cases."""
    rows = {row.act: row for row in procedure.rows() if row not in procedure.ledger}
    return [Act(f"{procedure.name}.{name}", row.label, row.told) for name, row in rows.items()]
