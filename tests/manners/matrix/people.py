"""Which person is asked for: one whom the office knows."""

from datetime import date

from fengqiao.kernel.accounts.enums import Role
from fengqiao.registers.people.enums import Asker, RequestKind
from fengqiao.registers.people.merging import merge
from fengqiao.registers.people.models import Known, Merge, Person
from fengqiao.registers.people.requesting import ask
from fengqiao.registers.people.tests.made import make_person
from tests.manners.matrix.asked import fixed, of_office
from tests.manners.matrix.world import Spot


def known(spot: Spot) -> Person:
    """Somebody known to the office; the same each time."""
    row = Known.objects.filter(area=spot.office).select_related("person").first()
    return row.person if row else make_person(spot.office)


def twin(spot: Spot) -> Person:
    """A second record of somebody known to the office."""
    first = known(spot)
    row = Known.objects.filter(area=spot.office).exclude(person=first).first()
    return row.person if row else make_person(spot.office)


def merged(spot: Spot) -> Merge:
    """The two records, made one."""
    director = spot.person(Role.DIRECTOR)
    two = {"kept": known(spot), "gone": twin(spot)}
    return merge(**two, taken=[], reason="同一人", area=spot.office, by=director)


def asked(spot: Spot) -> dict[str, object]:
    """A correction that somebody known to the office asks for."""
    made = ask(
        person=known(spot),
        area=spot.office,
        kind=RequestKind.CORRECT,
        asker=Asker.SELF,
        asker_name="",
        wanted="更正住址",
        asked_on=date(2024, 5, 6),
        by=spot.person(Role.DIRECTOR),
    )
    return {"pk": made.pk}


HERE = of_office(lambda spot: {"pk": known(spot).pk})

RECORDS = {
    "people:person": HERE,
    "people:open": HERE,
    "people:change": HERE,
    "people:merge_other": HERE,
    "people:merge": of_office(lambda spot: {"pk": known(spot).pk, "other": twin(spot).pk}),
    "people:unmerge": of_office(lambda spot: {"pk": merged(spot).pk}),
    "people:told": fixed(name="people.register"),
    "people:told_paper": fixed(name="people.register"),
    "people:ask": HERE,
    **{f"people:{name}": of_office(asked) for name in ("request", "copy", "decide", "answer")},
    "people:known": of_office(lambda spot: {"pk": known(spot).pk, "area": spot.office.pk}),
}
