"""What of disputes is recorded: every act of the procedure, and who looked at what."""

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.workflow import PROCEDURE
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
    Act("disputes.printed", _("打印告知书"), _("{by}打印了{subject}的告知书"), Kind.READ),
]
