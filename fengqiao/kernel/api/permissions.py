"""Who may let programs in; what these may do then is what its owner may, and no more."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.kernel.api.models import Answer, Token

USE = "api.use"

RIGHTS = [
    Right(
        USE,
        _("建立接口令牌,让程序代本人读写有权办理的数据"),
        reach(Role.DIRECTOR, Role.ASSISTANT, *BUREAUS, Role.DISTRICT_ADMIN),
        _("与其他系统对接由业务部门决定"),
    )
]

SCOPES: dict[type[models.Model], Scope] = {Token: Scope(owner="user"), Answer: Scope(owner="user")}
