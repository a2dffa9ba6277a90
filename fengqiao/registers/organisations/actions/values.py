import math
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.from_day import find_steps, write_steps
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.actions.common import record_on, recorded, register_turn
from fengqiao.registers.organisations.enums import Fact, Origin
from fengqiao.registers.organisations.facts import FACTS
from fengqiao.registers.organisations.models import OfficeFact

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def set_values(
    *,
    office: Area,
    values: Mapping[Fact, float | None],
    origin: Origin,
    on: date,
    by: "User | None",
    source: str = "",
) -> None:
    """These values hold from the day on; None: not known from then on.

    A value that is confirmed unchanged gets a row of its own, because now somebody else says so.
    """
    for fact, value in values.items():
        _refuse_impossible(fact, value)
    with register_turn():
        record_on(office, on)
        wanted = {
            (office.pk, Fact(fact).value): None if value is None else {"value": float(value)}
            for fact, value in values.items()
        }
        rows = OfficeFact.objects.filter(office=office).on_or_after(on)
        steps = find_steps(rows, on, wanted, renew=True)
        write_steps(OfficeFact, steps, on, origin=origin, **recorded(by, source))
        record(
            "organisations.values_set",
            by=by,
            subject=office,
            on=on,
            values={str(Fact(fact).label): value for fact, value in values.items()},
            origin=Origin(origin).label,
        )


def _refuse_impossible(fact: Fact, value: float | None) -> None:
    """The same bounds as in a roster."""
    if value is None:
        return
    about = FACTS[Fact(fact)]
    label = {"fact": Fact(fact).label, "most": about.most}
    if not math.isfinite(value) or value < 0:
        raise InputRefused(_("%(fact)s应为不小于0的数。") % label)
    if about.most is not None and value > about.most:
        raise InputRefused(_("%(fact)s不能超过%(most)g。") % label)
    if about.form == "whole" and value != int(value):
        raise InputRefused(_("%(fact)s应为整数。") % label)
    if about.form == "yes_no" and value not in (0, 1):
        raise InputRefused(_("%(fact)s应为是或否。") % label)
