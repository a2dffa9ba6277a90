"""Who of the staff may become a mediator, and which accounts may be his."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.held import TOWNSHIP
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.registers.mediation.models import Body, Mediator
from fengqiao.registers.organisations.models import Staff, StaffRecord


def accounts_for(mediator: Mediator) -> QuerySet[User]:
    """Open accounts that are a mediator's in the town of his office, or of the staff of the office;
    not those of another mediator."""
    town = mediator.office.path[:TOWNSHIP]
    grants = Grant.objects.on(timezone.localdate()).filter(
        Q(role=Role.MEDIATOR, area__path__startswith=town)
        | Q(role__in=(Role.DIRECTOR, Role.ASSISTANT), area=mediator.office)
    )
    others = Mediator.objects.filter(office=mediator.office, account__isnull=False)
    taken = others.exclude(pk=mediator.pk).values("account")
    users: QuerySet[User] = User.objects.filter(pk__in=grants.values("user"), is_active=True)
    return users.exclude(pk__in=taken).order_by("name", "pk")


def staff_for(body: Body) -> QuerySet[Staff]:
    """Who is at work in the office and not on the register of mediators yet."""
    at_work = StaffRecord.objects.employed_on(timezone.localdate())
    known = Mediator.objects.filter(office=body.office, staff__isnull=False).values("staff")
    found: QuerySet[Staff] = Staff.objects.filter(
        office=body.office, pk__in=at_work.filter(staff__office=body.office).values("staff")
    )
    return found.exclude(pk__in=known).order_by("name", "pk")
