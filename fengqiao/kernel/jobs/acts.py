"""What of background work is recorded here; what a job does is recorded by the app that does it."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act

ACTS = [
    Act(
        "jobs.retried",
        _("重试后台任务"),
        _("{by}重新开始了{subject}"),
        details={"title": _("任务")},
    ),
]
