"""Who may read and keep the register of committees, studios and mediators."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.rights import Right, Scope, reach
from fengqiao.registers.mediation.models import Body, Mediator, Seat, Tenure, Training

SEE = "mediation.see"
CHANGE = "mediation.change"

RIGHTS = [
    Right(
        SEE,
        _("查看调委会、调解工作室和调解员"),
        reach(Role.DIRECTOR, Role.ASSISTANT, Role.MEDIATOR, *BUREAUS),
        _("方案 2.3.b、2.3.d;人民调解法第十条"),
    ),
    Right(
        CHANGE,
        _("登记、变更、撤销调委会、调解工作室和调解员"),
        reach(Role.DIRECTOR, Role.ASSISTANT, Role.DISTRICT_BUREAU),
        _("方案 2.3.b、2.3.d;人民调解法第五条、第十条"),
    ),
]

SCOPES: dict[type[models.Model], Scope] = {
    Body: Scope(SEE, area="office"),
    Tenure: Scope(SEE, area="body__office"),
    Mediator: Scope(SEE, area="office"),
    Seat: Scope(SEE, area="body__office"),
    Training: Scope(SEE, area="mediator__office"),
}
