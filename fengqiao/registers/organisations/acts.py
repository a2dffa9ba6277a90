"""What is recorded of the register."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act

PHOTO = {"on": _("日期"), "shows": _("拍的是")}

ACTS = [
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
]
