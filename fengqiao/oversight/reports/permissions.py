"""Who may see reports of an area, and enter what was reported before the system."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.oversight.reports.models import ReportedFigure

SEE = "reports.see"
ENTER = "reports.enter"
STAFF = (Role.DIRECTOR, Role.ASSISTANT)

RIGHTS = [
    Right(SEE, _("查看、导出本区域的数据报告"), reach(*STAFF, *BUREAUS), _("方案 4.2.b、4.2.c")),
    Right(
        ENTER,
        _("填报系统启用以前月份的上报数"),
        reach(Role.DIRECTOR, *BUREAUS),
        _("方案 4.2.b;填报人对数负责"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {ReportedFigure: Scope(SEE, area="area")}
