"""How a period is said."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.lib.days import Unit
from fengqiao.rulebook.statutes import Value

UNITS = {
    Unit.YEARS: gettext_lazy("年"),
    Unit.MONTHS: gettext_lazy("个月"),
    Unit.DAYS: gettext_lazy("日"),
    Unit.WORKING_DAYS: gettext_lazy("个工作日"),
}


def period_of(value: Value | None) -> str:
    """3年; or that nothing is settled."""
    if value is None:
        return _("未定,不得销毁")
    return f"{value.term.length}{UNITS[value.term.unit]}"


def source_of(value: Value | None) -> str:
    """Where it is written; a number that was not verified is never cited."""
    if value is None:
        return ""
    return value.cite if value.verified else _("本系统设定,未经核实,不作为依据引用")
