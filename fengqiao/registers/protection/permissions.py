"""Who looks through, confirms and holds back. Bureaus and auditors see numbers and days, no record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.registers.protection.models import Destruction, Hold, Item

SEE = "protection.see"
SORT = "protection.sort"
CONFIRM = "protection.confirm"
HOLD = "protection.hold"

RIGHTS = [
    Right(
        SEE,
        _("查看保存期限、销毁清册和暂缓销毁的记录(只有编号,没有姓名)"),
        reach(Role.DIRECTOR, Role.ASSISTANT, *BUREAUS, Role.AUDITOR),
        _("个人信息保护法第四十七条、第五十四条"),
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
]

SCOPES: dict[type[models.Model], Scope] = {
    Destruction: Scope(SEE, area="area"),
    Item: Scope(SEE, area="destruction__area"),
    Hold: Scope(SEE, area="area"),
}
