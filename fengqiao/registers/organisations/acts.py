"""What is recorded of the register: every act of `actions/`, a roster that was taken in, who looked
at an office and who took the list out."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind

SINCE = {"on": _("起始日期")}
PERSON = SINCE | {"name": _("姓名")}
NAMED = SINCE | {"code": _("编码"), "name": _("名称")}
OFFICE = NAMED | {"division": _("区划代码"), "kind": _("类型"), "district": _("市(区)")}
PHOTO = {"on": _("日期"), "shows": _("拍的是")}

ACTS = [
    Act(
        "organisations.exported",
        _("导出司法所名单"),
        _("{by}导出了司法所名单"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
    Act("organisations.opened", _("设立司法所"), _("{by}设立了{subject}"), details=OFFICE),
    Act("organisations.changed", _("变更司法所"), _("{by}变更了{subject}"), details=OFFICE),
    Act("organisations.closed", _("撤销司法所"), _("{by}撤销了{subject}"), details=SINCE),
    Act(
        "organisations.class_confirmed",
        _("确认司法所分类"),
        _("{by}确认了{subject}的分类"),
        details=SINCE | {"size": _("分类"), "proposed": _("建议的分类"), "why": _("理由")},
    ),
    Act(
        "organisations.values_set",
        _("更新司法所情况"),
        _("{by}更新了{subject}的情况"),
        details=SINCE | {"values": _("内容"), "origin": _("来源")},
    ),
    Act(
        "organisations.rooms_set",
        _("更新功能区"),
        _("{by}更新了{subject}的功能区"),
        details=SINCE | {"rooms": _("功能区")},
    ),
    Act(
        "organisations.equipment_set",
        _("更新设备"),
        _("{by}更新了{subject}的设备"),
        details=SINCE | {"equipment": _("设备")},
    ),
    Act(
        "organisations.list_completed",
        _("确认清单齐全"),
        _("{by}确认{subject}的清单齐全"),
        details=SINCE | {"listing": _("清单")},
    ),
    Act("organisations.joined", _("登记入职"), _("{by}登记了{subject}入职"), details=PERSON),
    Act(
        "organisations.staff_changed",
        _("变更人员情况"),
        _("{by}变更了{subject}的情况"),
        details=PERSON | {"changed": _("变更项目")},
    ),
    Act("organisations.left", _("登记离职"), _("{by}登记了{subject}离职"), details=PERSON),
    Act(
        "organisations.end_taken_back",
        _("撤回停止"),
        _("{by}撤回了{subject}的一项停止"),
        details=PERSON | {"listing": _("清单"), "why": _("理由")},
    ),
    Act("organisations.place_added", _("设立区域"), _("{by}设立了{subject}"), details=NAMED),
    Act("organisations.place_renamed", _("区域更名"), _("{by}更名了{subject}"), details=NAMED),
    Act("organisations.place_ended", _("撤销区域"), _("{by}撤销了{subject}"), details=SINCE),
    Act(
        "organisations.imported",
        _("导入名册"),
        _("{by}导入了{area}的名册"),
        details=SINCE | {"source": _("来源"), "counts": _("变化")},
    ),
    Act(
        "organisations.account_bound",
        _("对应名册人员"),
        _("{by}把{subject}对应到名册人员"),
        Kind.SETTING,
    ),
    Act(
        "organisations.photo_added",
        _("添加用房照片"),
        _("{by}给{subject}添加了用房照片"),
        details=PHOTO | {"remark": _("说明")},
    ),
    Act(
        "organisations.photo_ended",
        _("停用用房照片"),
        _("{by}停用了{subject}的一张用房照片"),
        details=PHOTO,
    ),
    Act("organisations.photo_seen", _("查看用房照片"), _("{by}查看了{subject}"), Kind.READ),
]
