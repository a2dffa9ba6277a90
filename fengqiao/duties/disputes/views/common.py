"""What the pages share: no cache keeps them, and a case is reached within one's rights."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from fengqiao.duties.disputes.models import (
    Agreement,
    Dispute,
    Obligation,
    Party,
    Report,
    Representative,
)
from fengqiao.duties.disputes.permissions import LIST
from fengqiao.duties.disputes.sent import gather_transfers
from fengqiao.kernel.accounts.gates import READ, View, needs
from fengqiao.kernel.accounts.models import User


def private(right: str, methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """`needs`, for a page that no cache may keep."""
    gate = needs(right, methods)
    return lambda view: gate(never_cache(view))


def dispute_or_404(request: HttpRequest, pk: int, right: str = "") -> Dispute:
    """The case, if the user may see it; refused to who may not do what the page is for,
    or what `right` names instead."""
    rows = Dispute.objects.visible_to(request.user).select_related(
        "office", "owner", "body", "mediator", "offered_to"
    )
    found: Dispute = get_object_or_404(rows, pk=pk)
    right = right or request.right  # type: ignore[attr-defined]
    if right != LIST and not Dispute.objects.visible_to(request.user, right).filter(pk=pk).exists():
        raise PermissionDenied
    return found


def gather(case: Dispute, user: User) -> None:
    """Once, what guards ask of the case again and again, for every button."""
    gather_transfers(case)
    obligations = Obligation.objects.visible_to(user).prefetch_related("instalments")
    prefetch_related_objects(
        [case],
        Prefetch("parties", Party.objects.visible_to(user)),
        Prefetch("representatives", Representative.objects.visible_to(user)),
        Prefetch("reports", Report.objects.visible_to(user)),
        Prefetch("obligations", obligations),
        Prefetch("drafted", Agreement.objects.visible_to(user)),
    )
