"""What of reports is recorded: the numbers that people enter, and what leaves the system."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind

ACTS = [
    Act(
        "reports.exported",
        _("导出月报表"),
        _("{by}导出了{subject}的月报表"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
    Act(
        "reports.figure_reported",
        _("填报上报数"),
        _("{by}填报了{subject}的上报数"),
        details={"indicator": _("指标"), "value": _("上报数"), "before": _("更正前")},
        nameless=("indicator", "value", "before"),
    ),
]
