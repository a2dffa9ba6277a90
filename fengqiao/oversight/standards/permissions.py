"""Who may see judgements and make them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.oversight.standards.models import JudgedDetail, JudgedOffice, Judgement, Tally

SEE = "standards.see"
JUDGE = "standards.judge"
ROWS = "standards.rows"

RIGHTS = [
    Right(
        SEE,
        _("查看达标评定"),
        reach(Role.DIRECTOR, Role.ASSISTANT, *BUREAUS),
        _("方案 3.1、3.2"),
    ),
    Right(
        ROWS,
        _("查看本所数据背后的完整明细(上级看到的姓名遮盖,不含对象、评分人和来源)"),
        reach(Role.DIRECTOR, Role.ASSISTANT),
        _("上级看数,本所看事;个人信息保护法第六条"),
    ),
    Right(JUDGE, _("开展达标评定、生成评定报告"), reach(*BUREAUS), _("方案 3.1、3.2")),
]

SCOPES: dict[type[models.Model], Scope] = {
    Judgement: Scope(SEE, area="area", upward=True),
    JudgedOffice: Scope(SEE, area="office"),
    JudgedDetail: Scope(SEE, area="judged__office"),
    Tally: Scope(SEE, area="judgement__area", upward=True),
}
