"""What is recorded of the register: every act of `actions/`, and who took the lists out."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind

SINCE = {"on": _("日期")}
BODY = SINCE | {"name": _("名称"), "kind": _("类别"), "changed": _("栏目")}
SEAT = SINCE | {"mediator": _("调解员"), "post": _("职务"), "why": _("原因")}

ACTS = [
    Act("mediation.founded", _("设立调解组织"), _("{by}登记设立了{subject}"), details=BODY),
    Act("mediation.changed", _("变更调解组织"), _("{by}变更了{subject}"), details=BODY),
    Act("mediation.renewed", _("调委会换届"), _("{by}登记了{subject}换届"), details=SINCE),
    Act(
        "mediation.filed",
        _("登记公布、备案和通报"),
        _("{by}登记了{subject}的公布、备案和通报"),
        details={"changed": _("栏目")},
    ),
    Act(
        "mediation.closed",
        _("撤销调解组织"),
        _("{by}登记撤销了{subject}"),
        details=SINCE | {"why": _("原因")},
    ),
    Act("mediation.joined", _("调解员任职"), _("{by}登记了{subject}的任职"), details=SEAT),
    Act("mediation.seat_ended", _("调解员离任"), _("{by}登记了{subject}的离任"), details=SEAT),
    Act(
        "mediation.mediator_changed",
        _("变更调解员情况"),
        _("{by}变更了{subject}的情况"),
        details={"changed": _("栏目")},
    ),
    Act(
        "mediation.account_bound",
        _("对应调解员账号"),
        _("{by}把{subject}对应到账号"),
        Kind.SETTING,
    ),
    Act(
        "mediation.trained",
        _("登记调解员培训"),
        _("{by}登记了{subject}的培训"),
        details=SINCE | {"what": _("培训内容")},
    ),
    Act(
        "mediation.exported",
        _("导出调解组织名册"),
        _("{by}导出了调解组织名册"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
]
