"""Of which bodies somebody is the head."""

from typing import TYPE_CHECKING

from django.utils import timezone

from fengqiao.registers.mediation.enums import Post
from fengqiao.registers.mediation.models import Seat

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def headed_by(user: "User") -> list[int]:
    """Today: as numbers, so that a query over many cases can use its index of bodies."""
    seats = Seat.objects.on(timezone.localdate()).filter(post=Post.HEAD, mediator__account=user)
    return list(seats.values_list("body", flat=True))
