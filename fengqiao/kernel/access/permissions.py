"""Who gives whom a role, and at what level of the tree each role is held.

A giver's reach is counted from where he holds his own role, so nobody gives what lies beyond it:
a director the roles of his office and the partners of his township, the administrator of a district
those of the district; roles of the city, of the system and of the audit the administrator of the
system alone.
"""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import OFFICE_STAFF, PARTNERS, Role
from fengqiao.kernel.accounts.rights import Reach, Right, Scope, reach
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind

CITY, DISTRICT, OFFICE, VILLAGE = (
    AreaKind.CITY,
    AreaKind.DISTRICT,
    AreaKind.OFFICE,
    AreaKind.VILLAGE,
)

BY_SYSTEM = reach(Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE)
BY_DISTRICT = reach(Role.DISTRICT_ADMIN) | BY_SYSTEM
BY_OFFICE = reach(Role.DIRECTOR) | BY_DISTRICT
BY_TOWNSHIP = reach(Role.DIRECTOR, far=Reach.TOWNSHIP) | BY_DISTRICT

GIVEN_BY: dict[Role, Mapping[Role, Reach]] = {
    Role.MEDIATOR: BY_TOWNSHIP,
    Role.ASSISTANT: BY_OFFICE,
    Role.DIRECTOR: BY_DISTRICT,
    Role.CORRECTION_OFFICER: BY_OFFICE,
    Role.VILLAGE_ADVISER: BY_TOWNSHIP,
    Role.DISTRICT_BUREAU: BY_DISTRICT,
    Role.DISTRICT_ADMIN: BY_SYSTEM,
    Role.CITY_BUREAU: BY_SYSTEM,
    Role.TOWNSHIP: BY_TOWNSHIP,
    Role.POLICE: BY_TOWNSHIP,
    Role.COURT: BY_DISTRICT,
    Role.SYSTEM_ADMIN: BY_SYSTEM,
    Role.AUDITOR: BY_SYSTEM,
}

HELD_AT: dict[Role, tuple[AreaKind, ...]] = {
    Role.MEDIATOR: (OFFICE, *TOWNSHIPS, VILLAGE),
    Role.ASSISTANT: (OFFICE,),
    Role.DIRECTOR: (OFFICE,),
    Role.CORRECTION_OFFICER: (OFFICE, DISTRICT),
    Role.VILLAGE_ADVISER: (VILLAGE,),
    Role.DISTRICT_BUREAU: (DISTRICT,),
    Role.DISTRICT_ADMIN: (DISTRICT,),
    Role.CITY_BUREAU: (CITY,),
    Role.TOWNSHIP: TOWNSHIPS,
    Role.POLICE: TOWNSHIPS,
    Role.COURT: (DISTRICT, *TOWNSHIPS),
    Role.SYSTEM_ADMIN: (CITY,),
    Role.AUDITOR: (CITY, DISTRICT),
}

# Who holds one of these holds nothing else: neither runs the system and reads its cases, nor
# watches himself.
ALONE = (Role.SYSTEM_ADMIN, Role.AUDITOR)
ENDS_BY_DATE = PARTNERS  # people of other bodies: their role has a last day from the first
BY_POST = OFFICE_STAFF  # in an office: held for a post of the staff register (`posts`)


def give(role: Role) -> str:
    """The right to give the role."""
    return f"access.give.{role}"


RIGHTS = [
    Right(
        give(role),
        _("建立账号并授予、停止“%(role)s”角色") % {"role": role.label},
        givers,
        _("不得超出本人的区域,不得给自己授权"),
    )
    for role, givers in GIVEN_BY.items()
]

SCOPES: dict[type[models.Model], Scope] = {}
