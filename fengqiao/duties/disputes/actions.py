"""What is done with disputes. Every change of state goes through the engine and its table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes import searching
from fengqiao.duties.disputes.enums import Kind, Matter, Source
from fengqiao.duties.disputes.handling import mediator_in, usual_body
from fengqiao.duties.disputes.models import Dispute, Party
from fengqiao.duties.disputes.numbering import next_number
from fengqiao.duties.disputes.opinions.codes import new_code
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.workflow import engine
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

MOST_PARTIES = 300
OLDEST = date(2011, 1, 1)  # the 人民调解法 came into force


def register(
    *,
    office: Area,
    kind: Kind,
    matter: Matter,
    source: Source,
    owner: "User",
    parties: Sequence[Mapping[str, Any]],
    by: "User | None",
    registered_on: date | None = None,
    **values: Any,
) -> Dispute:
    """A dispute that came to the office; `parties` by the columns of `Party`, each with a name. Without
    a `body` it goes to the usual one."""
    if not 1 <= len(parties) <= MOST_PARTIES:
        raise InputRefused(_("当事人应有1至%(most)s个。") % {"most": MOST_PARTIES})
    on = registered_on or timezone.localdate()
    if not OLDEST <= on <= timezone.localdate():
        raise InputRefused(_("登记日期应在2011年至今天之间。"))
    body = values.pop("body", None) or usual_body(office, kind, owner)
    values.setdefault("mediator", mediator_in(body, owner))
    with transaction.atomic():
        case = Dispute(
            office=office,
            kind=kind,
            matter=matter,
            source=source,
            owner=owner,
            registered_on=on,
            number=next_number(office, kind, on),
            body=body,
            **values,
        )
        engine.begin(PROCEDURE, case, by=by, given={}, on=on)
        Party.objects.bulk_create(Party(dispute=case, **party) for party in parties)
        searching.index_new([case])
    return case


def act(
    *, case: Dispute, name: str, given: Mapping[str, Any], by: "User", seen: int | None = None
) -> Dispute:
    """An act of the table; `given["on"]` is its day where it bears one."""
    given = {"by": by, **given}
    with transaction.atomic():
        event = engine.perform(
            PROCEDURE, case, name, by=by, given=given, on=given.get("on"), seen=seen
        )
        done: Dispute = event.case
        if done.office_id != case.office_id:
            searching.index(done)
    return done


def change_party(
    *,
    case: Dispute,
    party: Party | None,
    values: Mapping[str, Any],
    by: "User",
    seen: int | None = None,
) -> None:
    """Another party (None), or other values for one."""
    if party is None and case.parties.count() >= MOST_PARTIES:
        raise InputRefused(_("当事人不能超过%(most)s个。") % {"most": MOST_PARTIES})
    given = {"party": party, "values": dict(values)}
    with transaction.atomic():
        event = engine.perform(PROCEDURE, case, "party", by=by, given=given, seen=seen)
        searching.index(event.case)


def pass_on(*, case: Dispute, to: "User", by: "User") -> None:
    """To a colleague, because the owner leaves; `by` administers the accounts of the office and need not
    see the case, so his right was asked there."""
    given = {"to": to, "reason": _("原承办人离岗")}
    engine.perform(PROCEDURE, case, "hand_over", by=by, given=given, permitted_already=True)


def ask_opinion(*, case: Dispute, number: int, by: "User", seen: int | None = None) -> list[str]:
    """Codes for so many parties, to be printed now: nobody can read them again."""
    codes = [new_code() for _party in range(number)]
    act(case=case, name="ask_opinion", given={"codes": codes}, by=by, seen=seen)
    return codes


def take_back(*, case: Dispute, reason: str, by: "User", seen: int | None = None) -> None:
    """The last act was a mistake."""
    engine.take_back(PROCEDURE, case, by=by, reason=reason, seen=seen)


def open_values(*, case: Dispute, by: "User") -> None:
    """Leaves in the trail that the values of the parties were shown, before they are."""
    record("disputes.opened", by=by, subject=case, area=case.office, label=case.number)
