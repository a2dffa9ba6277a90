"""The demo accounts of offices are those of persons of the register, so that a leave ends them."""

from django.utils import timezone

from fengqiao.kernel.access.permissions import BY_POST
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.registers.organisations.actions.accounts import bind_account
from fengqiao.registers.organisations.models import StaffRecord


def bind_accounts(usernames: list[str], by: User) -> int:
    """Bind those that are not bound yet to the person of their name in their office; how many."""
    today = timezone.localdate()
    grants = Grant.objects.on(today).filter(role__in=[Role(role) for role in BY_POST], post=None)
    bound = 0
    for grant in grants.filter(user__username__in=usernames).select_related("user"):
        at_work = StaffRecord.objects.employed_on(today).filter(
            staff__office=grant.area, staff__name=grant.user.name, staff__held_account=None
        )
        record = at_work.select_related("staff__office").first()
        if record:
            bind_account(person=record.staff, account=grant.user, by=by)
            bound += 1
    return bound
