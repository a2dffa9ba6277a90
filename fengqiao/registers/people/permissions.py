"""Who may see and change persons: the office that knows them. Bureaus, administrators and auditors
do not; mediators will see the persons of their cases."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import OFFICE_STAFF, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.registers.people.models import Known, Merge, Person, PersonToken, Request

SEE = "people.see"
CHANGE = "people.change"
OPEN = "people.open"
MERGE = "people.merge"
EXPORT = "people.export"
EXPORT_PLAIN = "people.export_plain"
ASK = "people.ask"
DECIDE = "people.decide"

RIGHTS = [
    Right(
        SEE,
        _("查看、查找本所登记的人员(证件、电话、住址遮盖)"),
        reach(*OFFICE_STAFF),
        _("个人信息保护法第三十四条、第五十一条"),
    ),
    Right(
        CHANGE,
        _("登记、修改本所登记的人员"),
        reach(*OFFICE_STAFF),
        _("个人信息保护法第八条、第三十四条"),
    ),
    Right(
        MERGE,
        _("合并同一个人的两份档案,拆分并错的档案"),
        reach(Role.DIRECTOR, Role.ASSISTANT),
        _("个人信息保护法第八条"),
    ),
    Right(
        ASK,
        _("受理本人查阅、复制、更正个人信息的请求,出具报告"),
        reach(Role.DIRECTOR, Role.ASSISTANT),
        _("个人信息保护法第四十五条、第四十六条"),
    ),
    Right(
        DECIDE,
        _("决定是否同意更正,不同意的说明理由"),
        reach(Role.DIRECTOR),
        _("个人信息保护法第四十六条、第五十条"),
    ),
    Right(
        EXPORT,
        _("导出本所登记的人员(遮盖)"),
        reach(Role.DIRECTOR, Role.ASSISTANT),
        _("个人信息保护法第五十一条"),
    ),
    Right(
        EXPORT_PLAIN,
        _("写明理由后不遮盖导出"),
        reach(Role.DIRECTOR),
        _("个人信息保护法第二十五条、第五十一条"),
    ),
    Right(
        OPEN,
        _("写明用途后打开完整的证件号码、电话和住址"),
        reach(*OFFICE_STAFF),
        _("个人信息保护法第六条、第二十八条"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    Person: Scope(SEE, area="known__area", many=True),
    Known: Scope(SEE, area="area"),
    Merge: Scope(SEE, area="kept__known__area", many=True),
    PersonToken: Scope(),
    Request: Scope(ASK, area="area"),
}
