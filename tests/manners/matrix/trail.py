"""Which entry is asked for: that somebody of the office looked at a person whom it knows."""

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from tests.manners.matrix.asked import of_office
from tests.manners.matrix.people import known
from tests.manners.matrix.world import Spot


def seen(spot: Spot) -> Entry:
    by = spot.person(Role.DIRECTOR)
    return record("people.seen", by=by, subject=known(spot), area=spot.office)


ENTRY = of_office(lambda spot: {"pk": seen(spot).pk})

RECORDS = {
    "trail:entry": ENTRY,
    "trail:open": ENTRY,
    "trail:record": of_office(lambda spot: {"kind": "people.person", "pk": seen(spot).subject_id}),
}
