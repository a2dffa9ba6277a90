"""What of the register of persons is recorded. Details name fields, never what stands in them."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind

FIELDS = {"fields": _("栏目")}

ACTS = [
    Act("people.added", _("登记人员"), _("{by}登记了{subject}"), details=FIELDS),
    Act("people.changed", _("修改人员"), _("{by}修改了{subject}"), details=FIELDS),
    Act("people.known", _("登记到本单位"), _("{by}把{subject}登记到{area}")),
    Act("people.merged", _("合并档案"), _("{by}合并了{subject}"), details={"reason": _("理由")}),
    Act(
        "people.unmerged",
        _("拆分档案"),
        _("{by}拆分了{subject}"),
        details=FIELDS | {"reason": _("理由")},
    ),
    Act(
        "people.asked", _("受理个人信息请求"), _("{by}受理了{subject}"), details={"kind": _("请求")}
    ),
    Act(
        "people.answered",
        _("办结个人信息请求"),
        _("{by}办结了{subject}"),
        details={"state": _("结果")},
    ),
    Act("people.copied", _("出具个人信息报告"), _("{by}为本人出具了{subject}的报告"), Kind.READ),
    Act(
        "people.exported",
        _("导出人员档案"),
        _("{by}导出了人员档案"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
    Act("people.erased", _("销毁人员档案"), _("{by}销毁了{subject}")),
    Act("people.request_erased", _("销毁个人信息请求"), _("{by}销毁了{subject}的内容")),
    Act("people.seen", _("查看人员"), _("{by}查看了{subject}"), Kind.READ),
    Act(
        "people.opened",
        _("打开个人信息"),
        _("{by}打开了{subject}中的完整信息"),
        Kind.READ,
        FIELDS | {"purpose": _("用途"), "reason": _("理由")},
        nameless=("fields", "purpose"),
    ),
]

UNTRAILED = {
    "people:search": "takes the words to the list, out of the address; changes nothing",
    "people:lookup": "asked with every few letters typed, answered masked; changes nothing",
}
