"""A record is held back from destruction, and let go."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.protection.models import Hold

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@transaction.atomic
def hold(
    *, kind: str, subject_id: int, area: Area, reason: str, until: date | None, by: "User"
) -> Hold:
    """From today on, until the day or until it is lifted."""
    today = timezone.localdate()
    if until and until < today:
        raise InputRefused(_("截止日不能早于今天。"))
    made = Hold.objects.create(
        kind=kind,
        subject_id=subject_id,
        area=area,
        reason=reason,
        since=today,
        until=until,
        by=by,
    )
    record("protection.held", by=by, subject=made, area=area, reason=reason, until=until)
    return made


@transaction.atomic
def lift(*, hold: Hold, reason: str, by: "User") -> None:
    """It may be destroyed again once its period has run out."""
    found = Hold.objects.select_for_update(of=("self",)).select_related("area").get(pk=hold.pk)
    if found.lifted_on:
        raise InputRefused(_("已经解除过。"))
    found.lifted_on, found.lifted_by, found.lifted_reason = timezone.localdate(), by, reason
    found.save()
    record("protection.lifted", by=by, subject=found, area=found.area, reason=reason)
