"""What is recorded of the Word templates of an office."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act, Kind

ACTS = [
    Act(
        "documents.template_put", _("更换文书模板"), _("{by}换用了文书模板{subject}"), Kind.SETTING
    ),
    Act(
        "documents.template_back",
        _("恢复系统格式"),
        _("{by}把文书模板{subject}恢复为系统格式"),
        Kind.SETTING,
    ),
]
