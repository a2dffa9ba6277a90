"""Who destroys, who weighs risks, who answers for a leak. Bureaus, administrators and auditors see numbers
and days here, no record and no person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, OFFICE_STAFF, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.registers.protection.models import Assessment, Destruction, Hold, Item, Leak

SEE = "protection.see"
SORT = "protection.sort"
CONFIRM = "protection.confirm"
HOLD = "protection.hold"
ASSESS = "protection.assess"
APPROVE = "protection.approve"
REPORT = "protection.report"
HANDLE = "protection.handle"

ADMINS = (Role.DISTRICT_ADMIN, Role.SYSTEM_ADMIN)

RIGHTS = [
    Right(
        SEE,
        _("查看保存期限、销毁清册(只有编号)、影响评估和泄露事件"),
        reach(*OFFICE_STAFF, *BUREAUS, *ADMINS, Role.AUDITOR),
        _("个人信息保护法第四十七条、第五十四条至第五十七条"),
    ),
    Right(
        SORT,
        _("核对保存期限届满的记录,提请销毁"),
        reach(Role.DIRECTOR, Role.ASSISTANT),
        _("个人信息保护法第十九条、第四十七条"),
    ),
    Right(
        CONFIRM,
        _("批准或者退回销毁清册(核对人不能批准自己核对的)"),
        reach(Role.DIRECTOR, Role.DISTRICT_BUREAU),
        _("档案法实施条例第二十四条:销毁由两人办理"),
    ),
    Right(
        HOLD,
        _("把记录列为暂缓销毁(冻结),解除暂缓"),
        reach(Role.DIRECTOR),
        _("个人信息保护法第四十七条第二款"),
    ),
    Right(
        ASSESS,
        _("写、改、复核个人信息保护影响评估"),
        reach(Role.DIRECTOR, *BUREAUS),
        _("个人信息保护法第五十五条、第五十六条"),
    ),
    Right(
        APPROVE,
        _("批准或者退回影响评估(评估人不能批准自己的)"),
        reach(*BUREAUS),
        _("个人信息保护法第五十五条"),
    ),
    Right(
        REPORT,
        _("报告个人信息泄露、篡改、丢失"),
        reach(*OFFICE_STAFF, *BUREAUS, *ADMINS),
        _("个人信息保护法第五十七条"),
    ),
    Right(
        HANDLE,
        _("处置泄露事件:补充情况、报告部门、通知本人、结案"),
        reach(Role.DIRECTOR, *BUREAUS),
        _("个人信息保护法第五十七条"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    Destruction: Scope(SEE, area="area"),
    Item: Scope(SEE, area="destruction__area"),
    Hold: Scope(SEE, area="area"),
    Assessment: Scope(SEE, area="area", upward=True),
    Leak: Scope(SEE, area="area"),
}
