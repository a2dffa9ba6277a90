"""What the worker does for the pages 达标: judging, and writing reports."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.audit.exporting import exports, take_out
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.jobs.registry import SLOW, job, periodic
from fengqiao.kernel.jobs.running import Progress, start
from fengqiao.oversight.standards import judging, permissions, reporting
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.withdrawing import refuse_withdrawn

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User
    from fengqiao.kernel.jobs.models import Job

JUDGE, REPORT = "standards.judge", "standards.report"


def start_judging(*, standard: str, on: date, by: "User") -> "Job":
    """Queue a judgement of all offices on a day."""
    with transaction.atomic():
        job = start(JUDGE, by=by, standard=standard, on=on.isoformat())
        record("standards.ordered", by=by, subject=job, area=area_of(by), standard=standard, on=on)
    return job


@transaction.atomic
def start_report(kept: Judgement, form: str, addressee: str = "", *, by: "User") -> "Job":
    """Queue the report of a judgement in one form, to this body, under the number of an export."""
    number = _numbered(kept, form, by)
    return start(REPORT, by=by, judgement=kept.pk, form=form, addressee=addressee, export=number)


def _numbered(kept: Judgement, form: str, by: "User") -> str:
    return take_out(
        "standards.report_ordered",
        by=by,
        area=kept.area,
        count=kept.offices.count(),
        subject=kept,
        label=str(kept),
        form=form,
    ).number


@job(
    JUDGE,
    gettext_lazy("达标评定"),
    ready=gettext_lazy("达标评定已完成,可以查看结果。"),
    right=permissions.JUDGE,
)
def judge(*, progress: Progress, by: "User | None", standard: str, on: str) -> str:
    """Judge, keep, and lead to the judgement; what this job has made already stays the only one."""
    progress.say(_("正在评定"))
    day, made = date.fromisoformat(on), Judgement.objects.filter(job=progress.job).first()
    kept = made or judging.judge_and_keep(standard=standard, on=day, by=by, job=progress.job)
    return reverse("standards:city", args=[kept.pk])


@job(
    REPORT,
    gettext_lazy("形成达标情况报告"),
    ready=gettext_lazy("达标情况报告已形成,可以下载。"),
    right=permissions.JUDGE,
    queue=SLOW,
)
def report(
    *,
    progress: Progress,
    by: "User | None",
    judgement: int,
    form: str,
    addressee: str = "",
    export: str = "",
) -> str:
    """Write the report and lead to it; one ordered before exports had numbers gets its number here."""
    kept = Judgement.objects.get(pk=judgement)
    if by and not export:
        with transaction.atomic():
            export = _numbered(kept, form, by)
    taken = exports(Entry.objects.about(kept), export).get()
    refuse_withdrawn(kept)
    said = _("正在形成评定日为 %(on)s 的报告(%(form)s),一般不超过一分钟")
    progress.say(said % {"on": kept.on.isoformat(), "form": reporting.FORMS[form].label})
    reporting.write(kept, taken, form, addressee)
    address = reverse("standards:download", args=[kept.pk, form])
    return f"{address}?export={export}"


periodic("standards.reports", hours=24)(reporting.erase_old)
