"""Everybody sees the work that he started; all of it is the administrator's of the system."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import Reach, Right, Scope, reach
from fengqiao.kernel.jobs.models import Job, Schedule

SEE = "jobs.see"

RIGHTS = [
    Right(
        SEE,
        _("查看他人发起的后台任务和定时任务"),
        reach(Role.SYSTEM_ADMIN, far=Reach.EVERYWHERE),
        _("系统运行维护"),
    )
]

SCOPES: dict[type[models.Model], Scope] = {
    Job: Scope(SEE, owner="by"),
    Schedule: Scope(SEE),
}
