"""How a period is said."""

from django.utils.translation import gettext as _

from fengqiao.kernel.deadlines.reckoning import length_of
from fengqiao.rulebook.statutes import Value


def period_of(value: Value | None) -> str:
    """3年; or that nothing is settled."""
    if value is None:
        return _("未定,不得销毁")
    return length_of(value.term)


def source_of(value: Value | None) -> str:
    """Where it is written; a number that was not verified is never cited."""
    if value is None:
        return ""
    return value.cite if value.verified else _("本系统设定,未经核实,不作为依据引用")
