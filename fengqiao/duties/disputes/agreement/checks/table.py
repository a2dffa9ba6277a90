"""The table of checks. To add one: a function from a draft to its findings, and a row here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.agreement.checks import (
    amounts,
    complete,
    dates,
    excluded,
    hints,
    others,
)
from fengqiao.duties.disputes.agreement.draft import Draft, Finding
from fengqiao.duties.disputes.enums import Severity


@dataclass(frozen=True, slots=True)
class Check:
    """A question to a draft; pure, so that it can be asked of thousands in a test."""

    name: str
    title: str | Promise
    find: Callable[[Draft], Iterable[Finding]]


CHECKS = (
    Check("who", _("谁向谁履行"), complete.who),
    Check("what", _("做什么"), complete.what),
    Check("amount", _("金额写明"), complete.amount),
    Check("when", _("什么时候"), complete.when),
    Check("how", _("怎样履行"), complete.how),
    Check("facts", _("事实和责任"), complete.facts),
    Check("positive", _("金额大于零"), amounts.positive),
    Check("instalments", _("分期之和"), amounts.instalments),
    Check("total", _("合计与各项之和"), amounts.total),
    Check("words", _("合计的大小写"), amounts.words),
    Check("not_before", _("不早于签订"), dates.not_before),
    Check("in_order", _("分期的先后"), dates.in_order),
    Check("last_part", _("末期与期限"), dates.last_part),
    Check("far_off", _("过远的期限"), dates.far_off),
    Check("once_or_later", _("当场或者另有期限"), dates.once_or_later),
    Check("status", _("身份关系"), excluded.status),
    Check("penalty", _("刑事、行政责任"), excluded.penalty),
    Check("title", _("权属"), excluded.title),
    Check("outsider_owes", _("为第三人设定义务"), others.outsider_owes),
    Check("outsider_gets", _("向第三人履行"), others.outsider_gets),
    Check("ward_gives", _("被监护人的财产"), others.ward_gives),
    Check("wording", _("文字里的提示"), hints.wording),
    Check("written_amounts", _("文字里的大小写"), hints.written_amounts),
)


def checkup(draft: Draft) -> list[Finding]:
    """Everything that is found, what must be mended first."""
    found = [
        replace(finding, check=check.name) for check in CHECKS for finding in check.find(draft)
    ]
    order = list(Severity)
    return sorted(found, key=lambda one: (order.index(one.severity), one.row))


def must_mend(draft: Draft) -> list[Finding]:
    """What keeps it from being agreed."""
    return [one for one in checkup(draft) if one.severity == Severity.MEND]
