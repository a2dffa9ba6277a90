"""Who may see and change the register of offices, persons, rooms and equipment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, OFFICE_STAFF, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.registers.organisations.models import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    Photo,
    PostGrant,
    ReportedFact,
    Room,
    Staff,
    StaffAccount,
    StaffRecord,
    TakenBack,
)

SEE = "organisations.see"
CHANGE = "organisations.change"
FOUND = "organisations.found"
CLASSIFY = "organisations.classify"
PLACES = "organisations.places"

RIGHTS = [
    Right(
        SEE,
        _("查看司法所、人员、用房和设备"),
        reach(*OFFICE_STAFF, *BUREAUS, Role.DISTRICT_ADMIN),
        _("方案 3.2.a、3.4"),
    ),
    Right(
        CHANGE,
        _("登记、变更、停止人员、用房、设备和基本情况"),
        reach(Role.DIRECTOR, Role.ASSISTANT, *BUREAUS),
        _("方案 3.2.a、3.4"),
    ),
    Right(FOUND, _("设立、变更、撤销司法所"), reach(*BUREAUS), _("方案 3.2.a")),
    Right(CLASSIFY, _("确认司法所类型"), reach(*BUREAUS), _("方案 3.1.a")),
    Right(
        PLACES, _("设立、更名、撤销乡镇(街道)、村(社区)"), reach(*BUREAUS), _("各项工作以区域为界")
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    **dict.fromkeys(
        (
            OfficeRecord,
            OfficeClass,
            OfficeFact,
            ReportedFact,
            Room,
            Equipment,
            ListedFrom,
            Photo,
            Staff,
            TakenBack,
        ),
        Scope(SEE, area="office"),
    ),
    StaffRecord: Scope(SEE, area="staff__office"),
    StaffAccount: Scope(SEE, area="staff__office"),
    PostGrant: Scope(SEE, area="link__staff__office"),
}
