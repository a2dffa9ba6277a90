from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.from_day import set_from
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.actions.common import record_on, recorded, register_turn
from fengqiao.registers.organisations.enums import Size
from fengqiao.registers.organisations.models import OfficeClass

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def confirm_class(
    *,
    office: Area,
    size: Size | str,
    on: date,
    by: "User | None",
    why: str = "",
    proposed_size: str = "",
    score: str = "",
    reasons: Sequence[str] = (),
    edition: str = "",
) -> None:
    """The bureau confirms the proposed class, or another one with its reason (3.1.a). What a
    standard proposed, with which score and reasons, is kept beside it as it was shown.

    The same class again is a confirmation of its own, with a row of its own.
    """
    if proposed_size and size != proposed_size and not why.strip():
        raise InputRefused(_("与建议的分类不同,请写明理由。"))
    with register_turn():
        record_on(office, on)
        set_from(
            OfficeClass,
            (office.pk,),
            on,
            {"size": Size(size).value},
            renew=True,
            why=why.strip(),
            proposed_size=proposed_size,
            score=score,
            reasons=list(reasons),
            edition=edition,
            **recorded(by),
        )
        record(
            "organisations.class_confirmed",
            by=by,
            subject=office,
            on=on,
            size=Size(size).value,
            proposed=proposed_size,
            why=why.strip(),
        )
