"""Who may read the trail of an area."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.kernel.audit.models import Entry, Forgotten, Link, Payload, Pending
from fengqiao.kernel.audit.reach import SEE

HEAD = "audit.head"
OPEN = "audit.open"

RIGHTS = [
    Right(
        SEE,
        _("查看本区域的操作记录:谁在何时办理、查阅、导出了什么"),
        reach(Role.DIRECTOR, Role.AUDITOR),
        _("个人信息保护法第五十一条、第五十四条"),
    ),
    Right(
        OPEN,
        _("打开本所操作记录的详情(可能含个人信息)"),
        reach(Role.DIRECTOR),
        _("个人信息保护法第六条、第五十一条"),
    ),
    Right(
        HEAD,
        _("查看和打印操作记录的链首、核验结果"),
        reach(Role.DIRECTOR, Role.AUDITOR, Role.SYSTEM_ADMIN),
        _("网络安全法第二十三条"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    Entry: Scope(SEE, area="area"),
    Payload: Scope(SEE, area="entry__area"),
    Forgotten: Scope(SEE, area="entry__area"),
    **dict.fromkeys((Link, Pending), Scope()),
}
