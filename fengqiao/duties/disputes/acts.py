"""What of disputes is recorded: every act of the procedure, and who looked at what."""

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind
from fengqiao.kernel.workflow.trail import acts_of

ACTS = [
    *acts_of(PROCEDURE),
    Act("disputes.seen", _("查看纠纷"), _("{by}查看了{subject}"), Kind.READ),
    Act(
        "disputes.opened",
        _("打开当事人信息"),
        _("{by}为办理本案打开了{subject}的当事人信息"),
        Kind.READ,
    ),
    Act("disputes.paper_made", _("制作文书"), _("{by}制作了{subject}")),
    Act(
        "disputes.paper_taken",
        _("导出文书"),
        _("{by}导出了{subject}"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
]
