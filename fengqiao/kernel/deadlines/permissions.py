"""Who may enter the holidays of a year; the calendar itself is everybody's."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import OFFICE_STAFF, Role
from fengqiao.kernel.accounts.rights import Reach, Right, Scope, reach
from fengqiao.kernel.deadlines.models import Arrangement, Term, TermChange

ARRANGE = "deadlines.arrange"
SEE = "deadlines.see"

RIGHTS = [
    Right(
        SEE,
        _("查看本所各项期限的名称、到期日和承办人"),
        reach(*OFFICE_STAFF),
        _("每件事都有承办人和期限"),
    ),
    Right(
        ARRANGE,
        _("录入、复核年度放假安排(录入人不能复核自己录入的)"),
        reach(Role.CITY_BUREAU, Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE),
        _("国务院办公厅年度放假通知;《全国年节及纪念日放假办法》第七条"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    Arrangement: Scope(ARRANGE),
    Term: Scope(SEE, area="area", owner="owner"),
    TermChange: Scope(SEE, area="term__area", owner="term__owner"),
}
