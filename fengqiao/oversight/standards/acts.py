"""What of judging is recorded: that it was asked for, that it was kept, and who took it out."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind

ACTS = [
    Act(
        "standards.exported",
        _("导出达标清单"),
        _("{by}导出了达标清单"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
    Act(
        "standards.ordered",
        _("发起达标评定"),
        _("{by}发起了达标评定"),
        details={"standard": _("标准"), "on": _("评定日")},
    ),
    Act(
        "standards.judged",
        _("达标评定"),
        _("{by}评定并保存了{subject}"),
        details={"on": _("评定日"), "offices": _("司法所数")},
    ),
    Act(
        "standards.withdrawn",
        _("作废达标评定"),
        _("{by}作废了{subject}"),
        details={"on": _("评定日"), "why": _("理由")},
    ),
    Act(
        "standards.report_ordered",
        _("导出达标情况报告"),
        _("{by}导出了{subject}的报告"),
        Kind.EXPORT,
        DETAILS | {"form": _("格式")},
        nameless=(*NAMELESS, "form"),
    ),
]
