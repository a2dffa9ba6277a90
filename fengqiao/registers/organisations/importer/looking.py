"""What only the register can know to be wrong with the rows of a roster."""

from datetime import date
from typing import TYPE_CHECKING

from fengqiao.registers.organisations.importer.divided import rows_that_divide
from fengqiao.registers.organisations.importer.within import rows_beyond
from fengqiao.rulebook.roster import Look

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def look_for(by: "User | None", day: date) -> Look:
    """What `roster.read` asks: rows beyond the rights of `by`, rows that tear a township apart."""
    looks = (rows_beyond(by, day), rows_that_divide(day))
    return lambda sheets: [fault for look in looks for fault in look(sheets)]
