"""Who answers for a case of the ledger: its mediator where exactly one registered name matches, else
the director of its office where the case is open, else nobody: it waits in the office's inbox."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.utils import timezone

from fengqiao.duties.disputes.permissions import HANDLERS
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.mediation.matching import body_named, mediator_named
from fengqiao.registers.mediation.models import Body, Mediator
from fengqiao.registers.organisations.models import StaffAccount, StaffRecord


@dataclass(frozen=True, slots=True)
class Owners:
    """Accounts by office and name of the mediator, directors by office, and whom the register of
    bodies and mediators knows by a name, each asked once."""

    handlers: dict[tuple[int, int], User]
    mediators: dict[tuple[int, str], User]
    directors: dict[int, User]
    bodies: dict[tuple[int, str], Body | None] = field(default_factory=dict)
    registered: dict[tuple[int, str], Mediator | None] = field(default_factory=dict)

    def body(self, office: Area, name: str | None) -> Body | None:
        if name and (office.pk, name) not in self.bodies:
            self.bodies[office.pk, name] = body_named(office, name)
        return self.bodies[office.pk, name] if name else None

    def mediator(self, office: Area, name: str | None) -> Mediator | None:
        if name and (office.pk, name) not in self.registered:
            self.registered[office.pk, name] = mediator_named(office, name)
        return self.registered[office.pk, name] if name else None

    def of(self, office: Area, name: str | None, *, is_open: bool) -> User | None:
        known = self.mediator(office, name)
        if known and known.account_id:
            linked = self.handlers.get((office.pk, known.account_id))
        else:
            linked = self.mediators.get((office.pk, name)) if name else None
        return linked or (self.directors.get(office.pk) if is_open else None)


def owners_of(offices: Collection[int]) -> Owners:
    """A name is registered where it stands on the staff of the office, or is that of an account that
    may handle cases there; the same person in both is one."""
    today = timezone.localdate()
    grants = list(
        Grant.objects.on(today)
        .filter(area__in=offices, role__in=HANDLERS, user__is_active=True)
        .select_related("user")
        .order_by("pk")
    )
    handlers = {(grant.area_id or 0, grant.user_id): grant.user for grant in grants}
    named: defaultdict[tuple[int, str], set[int | str]] = defaultdict(set)
    accounts = _accounts_of_staff(offices)
    for office, staff, name in _staff(offices):
        named[office, name].add(accounts.get(staff, f"staff {staff}"))
    for (office, pk), user in handlers.items():
        named[office, user.name].add(pk)
    mediators = {
        key: handlers[key[0], one]
        for key, found in named.items()
        for one in found
        if len(found) == 1 and isinstance(one, int) and (key[0], one) in handlers
    }
    return Owners(handlers, mediators, _directors(grants))


def _staff(offices: Collection[int]) -> Iterable[tuple[int, int, str]]:
    records = StaffRecord.objects.employed_on(timezone.localdate())
    rows = records.filter(staff__office__in=offices).order_by()
    return rows.values_list("staff__office", "staff", "staff__name").distinct()


def _accounts_of_staff(offices: Collection[int]) -> dict[int, int]:
    links = StaffAccount.objects.filter(staff__office__in=offices)
    return dict(links.values_list("staff", "account"))


def _directors(grants: Iterable[Grant]) -> dict[int, User]:
    """The one who has been it longest, where there are several."""
    found: dict[int, User] = {}
    for grant in grants:
        if grant.role == Role.DIRECTOR and grant.area_id is not None:
            found.setdefault(grant.area_id, grant.user)
    return found
