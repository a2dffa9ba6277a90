"""The only door into disputes for what lies outside: import, partners, public site, workbench."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind, Matter, Source
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.deadlines.models import Term


def register(
    *,
    office: Area,
    kind: Kind,
    matter: Matter,
    source: Source,
    owner: User,
    parties: Sequence[Mapping[str, Any]],
    by: User | None,
    registered_on: date | None = None,
    **values: Any,
) -> Dispute:
    """A dispute comes in. `parties`: at least one, each with a `name`, else columns of `Party`;
    `values`: other columns of `Dispute`. InputRefused where it cannot be taken."""
    return actions.register(
        office=office,
        kind=kind,
        matter=matter,
        source=source,
        owner=owner,
        parties=parties,
        by=by,
        registered_on=registered_on,
        **values,
    )


@dataclass(frozen=True, slots=True)
class OpenCase:
    """One of a person's open cases; `term` is the one that ends first."""

    number: str
    url: str
    matter: str
    state: str
    term: Term | None


def open_cases_of(user: User, most: int) -> tuple[list[OpenCase], int]:
    """The open cases that the user answers for, the most urgent first, and how many there are."""
    if not user.can(HANDLE):
        return [], 0
    cases = Dispute.objects.visible_to(user).open().filter(owner=user)
    count = cases.count()
    terms = Term.objects.visible_to(user).open().filter(owner=user)
    first: dict[int, Term] = {}
    for term in terms.filter(subject_kind=Dispute._meta.label_lower).order_by("due_on", "pk"):
        first.setdefault(term.subject_id, term)
    found = cases.in_bulk(list(first))
    urgent = [found[pk] for pk in first if pk in found][:most]
    return [_open_case(case, first.get(case.pk)) for case in urgent], count


def _open_case(case: Dispute, term: Term | None) -> OpenCase:
    return OpenCase(
        case.number,
        case.get_absolute_url(),
        case.get_matter_display(),
        case.get_state_display(),
        term,
    )
