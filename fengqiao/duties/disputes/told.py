"""A dispute as the API tells it: as much of it as the page shows to the same person."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from ninja import Schema

from fengqiao.duties.disputes.forms.acts import FORMS
from fengqiao.duties.disputes.models import SECRET, Dispute, DisputeEvent, Party
from fengqiao.duties.disputes.permissions import SEE
from fengqiao.duties.disputes.shown import masked, office_names
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.workflow.offers import Offer, offers
from fengqiao.lib import masks

COPIED = ("number", "state", "version", "kind", "matter", "source", "referrer", "difficulty")
DAYS = ("registered_on", "accepted_on", "started_on", "ended_on")


class Row(Schema):
    """A dispute in a list; without parties and text."""

    id: int
    number: str
    office: str
    owner: str
    state: str
    version: int
    kind: str
    matter: str
    source: str
    referrer: str
    difficulty: str
    registered_on: date
    accepted_on: date | None
    started_on: date | None
    ended_on: date | None


class Done(Schema):
    """Which dispute it is, and how it stands now."""

    id: int
    number: str
    state: str
    version: int

    @classmethod
    def of(cls, case: Dispute) -> "Done":
        return cls(id=case.pk, number=case.number, state=case.state, version=case.version)


class PartyTold(Schema):
    """Masked, as on the page."""

    name: str
    side: str
    id_number: str
    phone: str
    address: str


class EventTold(Schema):
    """What was done; not what was said with it."""

    act: str
    on: date
    at: datetime
    by: str
    state_before: str
    state_after: str
    taken_back: bool


class FieldTold(Schema):
    """What an act takes; `choices` empty: anything of its type."""

    name: str
    label: str
    required: bool
    choices: list[str]


class OfferTold(Schema):
    """What may be done; `why_not` empty: now."""

    act: str
    label: str
    why_not: str
    fields: list[FieldTold]


class Detail(Row):
    """`parties`, `summary`, `request` null: the caller may not see them."""

    parties: list[PartyTold] | None
    summary: str | None
    request: str | None
    events: list[EventTold]
    offers: list[OfferTold]


def rows_of(user: User, cases: Sequence[Dispute]) -> list[dict[str, Any]]:
    offices = office_names(user, cases)
    return [
        {
            "id": case.pk,
            "office": offices.get(case.office_id, ""),
            "owner": case.owner_name,
            **{name: getattr(case, name) for name in (*COPIED, *DAYS)},
        }
        for case in cases
    ]


def detail_of(user: User, case: Dispute) -> dict[str, Any]:
    whole = Dispute.objects.visible_to(user, SEE).filter(pk=case.pk).exists()
    events = DisputeEvent.objects.visible_to(user).filter(case=case).select_related("by")
    return {
        **rows_of(user, [case])[0],
        "parties": _parties(user, case) if whole else None,
        "summary": case.summary if whole else None,
        "request": case.request if whole else None,
        "events": [_event(event) for event in events],
        "offers": [
            _offer(offer, case) for offer in offers(PROCEDURE, case, user) if offer.act in FORMS
        ],
    }


def _parties(user: User, case: Dispute) -> list[dict[str, str]]:
    parties = Party.objects.visible_to(user).filter(dispute=case)
    return [
        {
            "name": masks.name(party.name),
            "side": party.side,
            **{name: masked(party, name) for name in SECRET},
        }
        for party in parties
    ]


def _event(event: DisputeEvent) -> dict[str, Any]:
    names = ("act", "on", "at", "state_before", "state_after")
    by = event.by.name if event.by else ""
    return {name: getattr(event, name) for name in names} | {
        "by": by,
        "taken_back": event.taken_back_by_id is not None,
    }


def _offer(offer: Offer, case: Dispute) -> dict[str, Any]:
    """With the fields of its form; `seen` goes beside what is given."""
    fields = FORMS[offer.act](case=case).fields.items()
    return {
        "act": offer.act,
        "label": offer.label,
        "why_not": offer.why_not,
        "fields": [
            {
                "name": name,
                "label": str(field.label or name),
                "required": field.required,
                "choices": [str(value) for value, _label in getattr(field, "choices", []) if value],
            }
            for name, field in fields
            if name != "seen"
        ],
    }
