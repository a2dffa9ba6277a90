"""Who is told what of that which happens below: the apps there announce it by signals."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.holders import with_role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.signals import new_device, work_handed_over
from fengqiao.kernel.audit.signals import trail_bent
from fengqiao.kernel.imports.models import Import
from fengqiao.kernel.imports.models import State as ImportState
from fengqiao.kernel.imports.registry import importers
from fengqiao.kernel.imports.signals import import_moved
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.models import State as JobState
from fengqiao.kernel.jobs.registry import kinds
from fengqiao.kernel.jobs.signals import job_ended
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify

LONGEST_DEVICE = 100
WATCHERS = (Role.SYSTEM_ADMIN, Role.AUDITOR)  # who hear that the trail is not whole


def listen() -> None:
    new_device.connect(of_device, dispatch_uid="notices.of_device")
    job_ended.connect(of_job, dispatch_uid="notices.of_job")
    trail_bent.connect(of_trail, dispatch_uid="notices.of_trail")
    work_handed_over.connect(of_work, dispatch_uid="notices.of_work")
    import_moved.connect(of_import, dispatch_uid="notices.of_import")


def of_device(sender: Any, *, user: User, device: str, address: str, **kwargs: Any) -> None:
    text = _(
        "您的账号在新的设备上登录:%(device)s,网络地址 %(address)s。不是本人所为的,请立即修改密码。"
    ) % {"device": device[:LONGEST_DEVICE] or _("未知设备"), "address": address}
    notify(user, text, kind=Kind.SAFETY)


def of_job(sender: Any, *, job: Job, **kwargs: Any) -> None:
    """Who started it hears that it could not be done, or that what its kind makes is ready. Why it
    failed stands on its page: the sentence may quote what was read."""
    if job.by is None:
        return
    if job.state == JobState.DONE:
        if ready := kinds[job.kind].ready:
            notify(job.by, str(ready), job.result or job.get_absolute_url())
        return
    text = _("任务“%(title)s”没有完成,请打开查看原因。") % {"title": job.title}
    notify(job.by, text, job.get_absolute_url(), kind=Kind.ATTENTION)


def of_import(sender: Any, *, staged: Import, **kwargs: Any) -> None:
    """Who uploaded a file hears what became of it; its name is left out, for it may name
    somebody."""
    told = {
        ImportState.READY: (_("您上传的%(title)s已检查完,请核对后确认导入。"), Kind.ATTENTION),
        ImportState.REFUSED: (_("您上传的%(title)s有错误,没有导入。"), Kind.ATTENTION),
        ImportState.DONE: (_("您上传的%(title)s已导入。"), Kind.RESULT),
        ImportState.DISCARDED: (
            _("您上传的%(title)s带有国家秘密标志,没有导入,文件已删除。"),
            Kind.ATTENTION,
        ),
    }
    text, kind = told[ImportState(staged.state)]
    title = importers[staged.kind].title
    notify(staged.by, text % {"title": title}, staged.get_absolute_url(), kind=kind)


def of_work(sender: Any, *, user: User, to: User, count: int, **kwargs: Any) -> None:
    """Both hear of it; who has no account any more hears nothing."""
    number = {"count": count}
    notify(to, _("有 %(count)d 件工作移交给您办理。") % number, "/", kind=Kind.ATTENTION)
    notify(user, _("您的 %(count)d 件工作已移交给别人办理。") % number)


def of_trail(sender: Any, *, findings: int, **kwargs: Any) -> None:
    """Those who answer for the system and those who audit it hear that rows of the trail are not as
    they were written."""
    watchers = with_role(WATCHERS, timezone.localdate())
    text = _(
        "操作记录的每日核验发现 %(count)d 处异常。请勿改动数据库,用 audit verify 命令查看是哪一条。"
    ) % {"count": findings}
    notify(watchers, text, reverse("trail:head"), kind=Kind.ATTENTION)
