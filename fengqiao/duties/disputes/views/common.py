"""What the pages share: no cache keeps them, and a case is reached within one's rights."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.gates import READ, View, needs


def private(right: str, methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """`needs`, for a page that no cache may keep."""
    gate = needs(right, methods)
    return lambda view: gate(never_cache(view))


def dispute_or_404(request: HttpRequest, pk: int) -> Dispute:
    """The case, if the user may see it; refused to who may not do what the page is for."""
    rows = Dispute.objects.visible_to(request.user).select_related(
        "office", "owner", "body", "mediator"
    )
    found: Dispute = get_object_or_404(rows, pk=pk)
    right = request.right  # type: ignore[attr-defined]
    if not Dispute.objects.visible_to(request.user, right).filter(pk=pk).exists():
        raise PermissionDenied
    return found
