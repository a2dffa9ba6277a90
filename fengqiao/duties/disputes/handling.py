"""Which body handles a dispute, who mediates there, and whose cases a committee's head answers for."""

from collections.abc import Collection

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from fengqiao.duties.disputes.enums import ENDS, PEOPLES_LAW, Kind, State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.mediation.casework import Casework
from fengqiao.registers.mediation.enums import BodyKind
from fengqiao.registers.mediation.models import Body, Mediator, Seat

OPEN_STATES = tuple(state for state in State if state not in ENDS)
STUDIOS_LAST = ExpressionWrapper(Q(kind=BodyKind.STUDIO), output_field=BooleanField())
USUAL = {Kind.PEOPLE: BodyKind.TOWN, Kind.TRADE: BodyKind.TRADE}


def bodies_of(office: Area) -> QuerySet[Body]:
    """Those that are there today, committees before studios."""
    found: QuerySet[Body] = Body.objects.on(timezone.localdate()).filter(office=office)
    return found.order_by(STUDIOS_LAST, "name", "pk")


def usual_body(office: Area, kind: Kind | str, owner: User) -> Body | None:
    """The one in which the owner mediates, else the committee of the town or of the trade; none where
    this does not say which, and none for 行政调解."""
    if kind not in PEOPLES_LAW:
        return None
    seats = Seat.objects.on(timezone.localdate()).filter(mediator__account=owner)
    here = list(bodies_of(office))
    own = set(seats.filter(body__in=here).values_list("body", flat=True))
    for found in (
        [body for body in here if body.pk in own],
        [body for body in here if body.kind == USUAL[Kind(kind)]],
    ):
        if len(found) == 1:
            return found[0]
    return None


def mediator_in(body: Body | None, account: User | None) -> Mediator | None:
    """Who of the body's mediators this account is."""
    if body is None or account is None:
        return None
    seated = Mediator.objects.seated_on(timezone.localdate(), body)
    found: Mediator | None = seated.filter(account=account).first()
    return found


def _open(user: User, column: str, pks: Collection[int]) -> dict[int, int]:
    rows = Dispute.objects.visible_to(user).filter(
        state__in=OPEN_STATES, **{f"{column}__in": list(pks)}
    )
    return dict(rows.order_by().values_list(column).annotate(Count("pk")))


CASEWORK = Casework(
    of_bodies=lambda user, pks: _open(user, "body", pks),
    of_mediators=lambda user, pks: _open(user, "mediator", pks),
    body_url=lambda pk: f"{reverse('disputes:disputes')}?state=open&body={pk}",
    mediator_url=lambda pk: f"{reverse('disputes:disputes')}?state=open&mediator={pk}",
    open_in=lambda body: Dispute.objects.filter(body=body, state__in=OPEN_STATES).count(),
)
