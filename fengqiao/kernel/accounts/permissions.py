"""Who may see places and make accounts; `areas` lies below and states no table of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, OFFICE_STAFF, PARTNERS, Role
from fengqiao.kernel.accounts.models import Device, FactorSecret, Grant, OneTimeCode, User
from fengqiao.kernel.accounts.rights import Reach, Right, Scope, reach
from fengqiao.kernel.areas.models import Area, AreaName, Turn

SEE_AREAS = "areas.see"
SEE = "accounts.see"
MANAGE = "accounts.manage"

RIGHTS = [
    Right(
        SEE_AREAS,
        _("查看本区域的市(区)、乡镇(街道)、村(社区)和司法所名称"),
        reach(*OFFICE_STAFF, *BUREAUS, *PARTNERS, Role.DISTRICT_ADMIN, Role.AUDITOR)
        | reach(Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE),
        _("各项工作以区域为界"),
    ),
    Right(
        SEE,
        _("查看本区域的账号和授权"),
        reach(Role.DISTRICT_ADMIN, Role.AUDITOR)
        | reach(Role.DIRECTOR, far=Reach.TOWNSHIP)
        | reach(Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE),
        _("管理员只看账号,不看办案内容"),
    ),
    Right(
        MANAGE,
        _("建立账号、授权和停止授权"),
        reach(Role.DISTRICT_ADMIN)
        | reach(Role.DIRECTOR, far=Reach.TOWNSHIP)
        | reach(Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE),
        _("账号由本所所长或本局管理员建立"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    Area: Scope(SEE_AREAS, area="", upward=True),
    AreaName: Scope(SEE_AREAS, area="area", upward=True),
    Turn: Scope(),
    User: Scope(SEE, area="grants__area", owner="pk", many=True),
    Grant: Scope(SEE, area="area", owner="user"),
    OneTimeCode: Scope(),
    Device: Scope(owner="user"),
    FactorSecret: Scope(),
}
