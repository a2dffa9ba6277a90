"""Who may enter the holidays of a year; the calendar itself is everybody's."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import Reach, Right, Scope, reach
from fengqiao.kernel.deadlines.models import Arrangement

ARRANGE = "deadlines.arrange"

RIGHTS = [
    Right(
        ARRANGE,
        _("录入、复核年度放假安排(录入人不能复核自己录入的)"),
        reach(Role.CITY_BUREAU, Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE),
        _("国务院办公厅年度放假通知;《全国年节及纪念日放假办法》第七条"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {Arrangement: Scope(ARRANGE)}
