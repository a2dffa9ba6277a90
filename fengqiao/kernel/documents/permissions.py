"""Numbers and papers lie open to nobody by themselves: the duty that owns the case says who may see what
was issued in it. Templates belong to the head of the office."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.kernel.documents.models import Paper, Series, Template

TEMPLATES = "documents.templates"

RIGHTS: list[Right] = [
    Right(
        TEMPLATES,
        _("下载、更换本所的文书模板"),
        reach(Role.DIRECTOR),
        _("文书格式由各所按当地要求制作;正式文书由所长负责"),
    )
]

SCOPES: dict[type[models.Model], Scope] = {
    Series: Scope(),
    Paper: Scope(),
    Template: Scope(TEMPLATES, area="area"),
}
