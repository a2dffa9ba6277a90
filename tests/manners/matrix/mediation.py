"""Which committee, mediator and seat is asked for: those of the office."""

from fengqiao.registers.mediation.models import Body, Seat
from fengqiao.registers.mediation.tests.made import make_body
from tests.manners.matrix.asked import of_office
from tests.manners.matrix.world import Spot, World


def prepare(world: World) -> None:
    """One in each office, before anything is asked."""
    for spot in (world.here, world.there, world.far):
        make_body(spot.office)


def body(spot: Spot) -> Body:
    """That of the office."""
    return Body.objects.get(office=spot.office)


def seat(spot: Spot) -> Seat:
    """Its head."""
    return body(spot).seats.first()


BODIES = ("body", "change", "renew", "filing", "close", "join")
MEDIATORS = ("mediator", "change_mediator", "account")

RECORDS = {
    **{f"mediation:{name}": of_office(lambda spot: {"pk": body(spot).pk}) for name in BODIES},
    **{
        f"mediation:{name}": of_office(lambda spot: {"pk": seat(spot).mediator_id})
        for name in MEDIATORS
    },
    "mediation:end_seat": of_office(lambda spot: {"pk": seat(spot).pk}),
}
