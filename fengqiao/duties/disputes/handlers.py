"""Who in an office may answer for a case."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import HANDLERS, STAFF
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area


def handlers_of(office: Area) -> QuerySet[User]:
    """Those who hold such a role in the office today, by name."""
    return _holders(office, HANDLERS)


def directors_of(office: Area) -> QuerySet[User]:
    """Who heads the office today."""
    return _holders(office, (Role.DIRECTOR,))


def receivers_of(office: Area) -> QuerySet[User]:
    """Who answers for the office what other offices send to it."""
    return _holders(office, STAFF)


def _holders(office: Area, roles: Iterable[Role]) -> QuerySet[User]:
    today = timezone.localdate()
    grants = Grant.objects.on(today).filter(area=office, role__in=roles)
    users: QuerySet[User] = User.objects.filter(pk__in=grants.values("user"), is_active=True)
    return users.order_by("name", "pk")


def others_than_owner(case: Dispute) -> QuerySet[User]:
    """To whom it may be handed over."""
    people = handlers_of(case.office)
    return people if case.owner_id is None else people.exclude(pk=case.owner_id)


def offices_of(user: User, right: str) -> QuerySet[Area]:
    """The offices of today for which the user holds the right, with their names."""
    today = timezone.localdate()
    areas = Area.objects.visible_to(user, right).of_kind(AreaKind.OFFICE)
    found: QuerySet[Area] = areas.on(today).named_on(today)
    return found
