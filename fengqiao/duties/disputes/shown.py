"""A dispute as pages show it: parties masked, its timeline in sentences."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.enums import Capacity
from fengqiao.duties.disputes.models import (
    SECRET,
    Dispute,
    DisputeEvent,
    Party,
    Representative,
    Transfer,
)
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.deadlines.models import Term
from fengqiao.lib import masks, phones

MASKS = {
    "id_number": masks.paper_number,
    "phone": lambda number: masks.phone(phones.spoken(number)),
    "address": masks.address,
}
NAMED = 3  # parties that a list names before it counts the rest


@cache
def said(choices: type[TextChoices], value: str) -> str:
    """A value of a code list in words. A column's own `get_…_display` goes over the whole list each
    time, which a page of fifty rows feels."""
    return str(choices(value).label) if value else ""


def masked(party: Party, name: str) -> str:
    """What of a value anybody may see who sees the party."""
    value: str = getattr(party, name)
    return str(MASKS[name](value)) if value else ""


def plain(party: Party, name: str) -> str:
    """The value itself, a number as it is said."""
    value: str = getattr(party, name)
    return phones.spoken(value) if name == "phone" and value else value


def names(parties: Iterable[Party], *, whole: bool = False) -> str:
    """许**、单** 等5人."""
    found = [one.name if whole else masks.name(one.name) for one in parties]
    shown = "、".join(found[:NAMED])
    return shown if len(found) <= NAMED else _("%s 等%d方") % (shown, len(found))


LISTED = (
    "number",
    "office",
    "owner",
    "matter",
    "state",
    "alarm",
    "registered_on",
)  # all in the clear


def names_of(user: User, cases: Iterable[Dispute]) -> dict[int, str]:
    """The names by case, as far as the user may see them."""
    parties: defaultdict[int, list[Party]] = defaultdict(list)
    parties_of = Party.objects.visible_to(user).filter(dispute__in=[case.pk for case in cases])
    for party in parties_of.only("dispute", "name"):
        parties[party.dispute_id].append(party)
    return {case: names(found) for case, found in parties.items()}


def office_names(user: User, cases: Iterable[Dispute]) -> dict[int, str]:
    """What the offices of the cases are called today."""
    places = {case.office_id for case in cases}
    found = AreaName.objects.visible_to(user).on(timezone.localdate()).filter(area__in=places)
    return dict(found.values_list("area", "name"))


@dataclass(frozen=True, slots=True)
class PartyCard:
    pk: int
    name: str
    side: str
    about: str
    guardian: str
    spoken_for: list[str]  # by whom, with his standing
    safe_contact: str
    values: list[tuple[str, str]]


def _spoken(one: Representative, *, opened: bool) -> str:
    """法定代理人 周明(母亲), by what paper, and how far he may go."""
    name = one.name if opened else masks.name(one.name)
    relation = f"({one.relation})" if one.relation else ""
    phone = f" {phones.spoken(one.phone)}" if opened and one.phone else ""
    parts = [f"{one.get_standing_display()} {name}{relation}{phone}", one.paper]
    parts.append("" if one.may_agree else _("没有达成协议的权限"))
    return ",".join(str(part) for part in parts if part)


def card(
    party: Party, *, opened: bool, today: date, speakers: Iterable[Representative] = ()
) -> PartyCard:
    """A party with what is known of him, masked or opened."""
    values = [
        (str(Party._meta.get_field(name).verbose_name), (plain if opened else masked)(party, name))  # type: ignore[union-attr]
        for name in SECRET
        if getattr(party, name)
    ]
    capacity = party.capacity_on(today)
    return PartyCard(
        party.pk,
        party.name if opened else masks.name(party.name),
        party.get_side_display(),
        "" if capacity == Capacity.FULL else str(capacity.label),
        party.guardian if opened else masks.name(party.guardian),
        [_spoken(one, opened=opened) for one in speakers if one.party_id == party.pk],
        party.safe_contact,
        values,
    )


@dataclass(frozen=True, slots=True)
class Moment:
    """One act in the timeline."""

    at: datetime
    on: date
    sentence: str
    said: dict[str, str]
    taken_back: str  # by whom and when; empty where it stands


def moments(events: Iterable[DisputeEvent], *, full: bool) -> list[Moment]:
    """The newest first; what was given with an act only for those who see the case in full."""
    rows = {row.act: row for row in PROCEDURE.rows()}
    found = [
        Moment(
            event.at,
            event.on,
            str(rows[event.act].told).format(
                by=event.by.name if event.by else _("系统"), subject=_("本件")
            ),
            event.said if full else {},
            event.taken_back_by.by.name if event.taken_back_by and event.taken_back_by.by else "",
        )
        for event in events
    ]
    return found[::-1]


OWN_PAGES = {"draft": "disputes:agreement", "ask_opinion": "disputes:slips"}


def page_of(case: Dispute, act: str) -> str:
    """Where an act is done: most of them on the page that all share."""
    own = OWN_PAGES.get(act)
    return reverse(own, args=[case.pk]) if own else reverse("disputes:act", args=[case.pk, act])


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    state: str  # done, now, next


def steps(case: Dispute) -> list[Step]:
    """The ordinary way as a line, with the end where it ended otherwise."""
    line = [PROCEDURE.states(state) for state in PROCEDURE.line]
    at = line.index(case.state) if case.state in line else None  # type: ignore[arg-type]
    if at is None:
        passed = {"accepted": case.accepted_on, "mediating": case.started_on}
        reached = [state for state in line if passed.get(state.value, True)]
        done = [Step(str(state.label), "done") for state in reached]
        return [*done, Step(str(PROCEDURE.states(case.state).label), "now")]
    words = ["done"] * at + ["now"] + ["next"] * (len(line) - at - 1)
    return [Step(str(state.label), word) for state, word in zip(line, words, strict=True)]


def next_terms(terms: Iterable[Any]) -> dict[int, Any]:
    """By case the term that ends first."""
    found: dict[int, Any] = {}
    for term in sorted(terms, key=lambda term: (term.due_on, term.pk)):
        found.setdefault(term.subject_id, term)
    return found


@dataclass(frozen=True, slots=True)
class Sent:
    """A transfer with the names of both offices and until when it shall be answered."""

    row: Transfer
    origin: str
    to: str
    term: Any


def sent(transfers: Iterable[Transfer]) -> list[Sent]:
    """Whoever sees a transfer learns from which office to which."""
    found = list(transfers)
    places = {area for one in found for area in (one.origin_id, one.to_id)}
    names = AreaName.objects.on(timezone.localdate()).filter(area__in=places)
    named = dict(names.values_list("area", "name"))
    pks = [one.dispute_id for one in found if not one.outcome]
    terms = Term.objects.open().filter(subject_kind=Dispute._meta.label_lower, name="receive")
    ends = {term.subject_id: term for term in terms.filter(subject_id__in=pks)}
    return [
        Sent(one, named.get(one.origin_id, ""), named.get(one.to_id, ""), ends.get(one.dispute_id))
        for one in found
    ]


def terms_of(case: Dispute) -> Any:
    """What runs; who may see the case whole may see its terms."""
    return Term.objects.about(case).open().select_related("owner")
