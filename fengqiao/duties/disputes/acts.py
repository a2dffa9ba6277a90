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
    Act("disputes.enclosed", _("放入卷宗"), _("{by}在卷宗里放入了{subject}")),
    Act("disputes.unenclosed", _("从卷宗取出"), _("{by}从卷宗里取出了{subject}")),
    Act("disputes.reordered", _("调整卷内次序"), _("{by}调整了{subject}在卷内的次序")),
    Act(
        "disputes.enclosure_seen",
        _("查看卷内材料"),
        _("{by}查看了卷内材料{subject}"),
        Kind.READ,
    ),
    Act("disputes.draft_asked", _("生成整卷"), _("{by}生成了{subject}的整卷 PDF")),
    Act("disputes.bound", _("立卷"), _("{by}把{subject}立卷")),
    Act("disputes.paper_made", _("制作文书"), _("{by}制作了{subject}")),
    Act(
        "disputes.paper_taken",
        _("导出文书"),
        _("{by}导出了{subject}"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
    Act(
        "disputes.take_over",
        _("台账接管"),
        _("{by}从台账接管了{subject}的纠纷"),
        details={
            "file": _("文件"),
            "taken": _("新接管(件)"),
            "changed": _("更新(件)"),
            "kept": _("已在系统办理、未覆盖(件)"),
        },
    ),
    Act(
        "disputes.take_again",
        _("台账更新"),
        _("{by}按台账更新了{subject}"),
        details={"changes": _("变化")},
    ),
]
# A row with a time would lead from an answer to whoever gave it (ADR 46).
UNTRAILED = {"disputes:opinion": "an answer belongs to nobody"}
