"""The role of a mediator ends with his last seat (ADR 19): what is open then is found on 今日 of who
administers the accounts, and handed over."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from fengqiao.kernel.access.actions import move_end
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.held import TOWNSHIP
from fengqiao.kernel.accounts.models import Grant
from fengqiao.kernel.areas.models import Area
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.mediation.models import Mediator, Seat

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def seated_until(mediator: Mediator, day: date) -> date | None:
    """The first day, from `day` on, without a seat; None where one has no end."""
    until = day
    for seat in Seat.objects.filter(mediator=mediator).order_by("begins_on", "pk"):
        if seat.begins_on <= until:
            if seat.ends_on is None:
                return None
            until = max(until, seat.ends_on)
    return until


def hang(grant: Grant) -> None:
    """A role of mediator that is given to the account of somebody on the register lasts no longer
    than his seats; refused for who has none. Others are not of the register and end by their day."""
    mediator = _of(grant.user_id, grant.area)
    if mediator is None:
        return
    until = seated_until(mediator, grant.begins_on)
    if until is not None and until <= grant.begins_on:
        raise InputRefused(
            _("%(name)s已不在任何调解组织任职,请先在调解组织名册登记任职。")
            % {"name": mediator.name}
        )
    if until is not None and (grant.ends_on is None or until < grant.ends_on):
        grant.ends_on = until
        grant.save(update_fields=["ends_on"])


def follow(mediator: Mediator, *, on: date, by: "User | None") -> None:
    """Bring the ends of what he holds as a mediator to the end of his seats."""
    until = seated_until(mediator, on)
    if mediator.account_id is None or until is None:
        return
    grants = Grant.objects.filter(user=mediator.account_id, role=Role.MEDIATOR)
    standing = grants.filter(Q(ends_on=None) | Q(ends_on__gt=until))
    for grant in standing.select_related("area"):
        if _covers(grant.area, mediator.office):
            reason = _("调解组织名册登记离任")
            move_end(grant=grant, on=max(until, grant.begins_on), reason=reason, by=by)


def _of(user: int, area: Area | None) -> Mediator | None:
    found = Mediator.objects.filter(account=user).select_related("office")
    return next((one for one in found if _covers(area, one.office)), None)


def _covers(area: Area | None, office: Area) -> bool:
    """Whether a role that is held there is held for this office: in it, its town, a village of it."""
    if area is None:
        return False
    return office.path.startswith(area.path) or area.path.startswith(office.path[:TOWNSHIP])
