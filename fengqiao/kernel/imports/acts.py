"""What of uploaded files is recorded; what an import writes, its importer records as one act."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act, Kind

FILE = {"file": _("文件")}

ACTS = [
    Act("imports.uploaded", _("上传导入文件"), _("{by}上传了{subject}"), details=FILE),
    Act("imports.checked", _("重新检查导入文件"), _("{by}略去有错误的行,重新检查了{subject}")),
    Act(
        "imports.confirmed",
        _("确认导入"),
        _("{by}确认了{subject}"),
        details=FILE | {"ending": _("停止项数")},
    ),
    Act(
        "imports.turned_away",
        _("退回带密级标志的导入文件"),
        _("{by}退回并删除了{subject},因为它带有国家秘密标志"),
    ),
    Act("imports.discarded", _("放弃导入"), _("{by}放弃了{subject}"), details=FILE),
    Act(
        "imports.faulty_rows",
        _("导出错误行"),
        _("{by}导出了{subject}的错误行"),
        Kind.EXPORT,
        FILE,
    ),
]
