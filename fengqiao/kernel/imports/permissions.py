"""Only who uploaded a file sees it, as long as he may upload: its faults may quote what no colleague
need read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.kernel.imports.models import Import

UPLOAD = "imports.upload"

RIGHTS = [Right(UPLOAD, _("上传文件导入"), reach(*BUREAUS), _("方案 3.2.a"))]

SCOPES: dict[type[models.Model], Scope] = {Import: Scope(owner="by")}
