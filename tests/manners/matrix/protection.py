"""Which list of destruction, hold, assessment and leak is asked for, and which record is to be held."""

from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.protection.actions.assessing import TEXTS, write
from fengqiao.registers.protection.actions.holding import hold
from fengqiao.registers.protection.actions.leaks import report
from fengqiao.registers.protection.models import Destruction
from tests.manners.matrix.asked import of_area, of_office
from tests.manners.matrix.people import known
from tests.manners.matrix.world import BEGIN, Spot


def listed(spot: Spot) -> dict[str, object]:
    """A list of the office that nobody has looked through yet."""
    made = Destruction.objects.create(
        kind="people.person", area=spot.office, rule="KEP-01", period="3年", proposed_on=BEGIN
    )
    return {"pk": made.pk}


def held(spot: Spot) -> dict[str, object]:
    """A person of the office who is held back."""
    made = hold(
        kind="people.person",
        subject_id=known(spot).pk,
        area=spot.office,
        reason="诉讼",
        until=None,
        by=spot.person(Role.DIRECTOR),
    )
    return {"pk": made.pk}


def assessed(area: Area) -> dict[str, object]:
    """An assessment of the area that nobody has approved yet."""
    by = User.objects.create_user(f"assessor-{area.pk}", name="评估人")
    texts = dict.fromkeys(TEXTS, "文") | {"kinds": ["other"], "risk": "low"}
    return {"pk": write(area=area, by=by, **texts).pk}


def leaked(spot: Spot) -> dict[str, object]:
    """A leak in the office."""
    made = report(
        area=spot.office,
        by=spot.person(Role.ASSISTANT),
        nature="lost",
        found_at=timezone.now(),
        kinds=["name"],
        cause="遗失",
        contact="电话",
    )
    return {"pk": made.pk}


LISTS = ("destruction", "ask", "confirm", "return", "print")

ASSESSMENTS = (
    "assessment",
    "reassess",
    "renew",
    "approve",
    "disapprove",
    "review",
    "assessment_paper",
)
LEAKS = ("leak", "follow_up", "close", "leak_paper")

RECORDS = {
    **{f"protection:{name}": of_office(listed) for name in LISTS},
    "protection:hold": of_office(lambda spot: {"kind": "people.person", "pk": known(spot).pk}),
    "protection:lift": of_office(held),
    **{f"protection:{name}": of_area(assessed) for name in ASSESSMENTS},
    **{f"protection:{name}": of_office(leaked) for name in LEAKS},
}
