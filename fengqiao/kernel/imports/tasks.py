"""What the worker does with uploaded files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.files.classified import Classified
from fengqiao.kernel.imports import several, staging, storage
from fengqiao.kernel.imports.grouping import without_quotes
from fengqiao.kernel.imports.marked import refuse_marked_book
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.registry import Importer, Plan, importers
from fengqiao.kernel.imports.taking import planned_turn
from fengqiao.kernel.jobs.models import ENDED
from fengqiao.kernel.jobs.registry import job, periodic
from fengqiao.kernel.jobs.running import Progress
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

WORKING = (State.CHECKING, State.APPLYING)
WAITING = (State.READY, State.REFUSED)
OVER = (State.DONE, State.DISCARDED)


@job(staging.PREVIEW, gettext_lazy("检查上传的文件"))
def preview(*, progress: Progress, by: "User | None", pk: int) -> str:
    """Read the file and find what it would change; writes nothing but the preview."""
    staged = Import.objects.select_related("by").get(pk=pk)
    if staged.state == State.CHECKING:
        progress.say(_("正在读取和比对"))
        try:
            with _opened(staged) as path:
                refuse_marked_book(path, staged.name)
            staging.show(staged, _plan(staged, importers[staged.kind]))
        except Classified as refusal:
            staging.turn_away(staged, refusal)
        except InputRefused as refusal:
            staging.refuse(staged, refusal)
    _write_faulty_rows(pk, progress)
    return staged.get_absolute_url()


def _write_faulty_rows(pk: int, progress: Progress) -> None:
    """The rows to mend, here and not where pages are made: a large file takes time and memory."""
    staged = Import.objects.select_related("by").get(pk=pk)
    if not (staged.file and staged.faults) or staging.has_faulty_rows(staged):
        return
    progress.say(_("正在整理错误行"))
    made = storage.faulty_rows_of(staged.file)
    keys: list[str] = []
    with _opened(staged) as source, storage.sealing(made, keys) as draft:
        importers[staged.kind].faulty_rows(source, draft, on=staged.on, by=staged.by)
    Import.objects.filter(pk=pk, file=staged.file).update(faulty_rows_key=keys[0])


@job(staging.APPLY, gettext_lazy("导入"))
def apply(*, progress: Progress, by: "User | None", pk: int) -> str:
    """Take the file in as a whole, if it would still do what was shown."""
    staged = Import.objects.select_related("by").get(pk=pk)
    importer = importers[staged.kind]
    if staged.state != State.APPLYING:
        return staged.get_absolute_url()
    progress.say(_("正在写入"))
    try:
        with planned_turn(importer.turn, partial(_plan, staged, importer)) as plan:
            locked = Import.objects.select_for_update().get(pk=pk)
            _apply_in_turn(locked, importer, plan, staged.by)
    except InputRefused as refusal:
        staging.refuse(staged, refusal)
    return staged.get_absolute_url()


def _apply_in_turn(staged: Import, importer: Importer, plan: Plan, by: "User") -> None:
    """Inside the transaction: an import that was done already, or given up, is left alone."""
    if staged.state != State.APPLYING:
        return
    if plan.digest != staged.plan_digest:
        staging.show(staged, plan)
        message = _("预览之后登记的内容有变化,没有写入。请看新的预览后再确认。")
        Import.objects.filter(pk=staged.pk).update(message=message)
        return
    importer.apply(plan, by=by)
    staging.finish(staged)


def _plan(staged: Import, importer: Importer) -> Plan:
    with _opened(staged) as path:
        return importer.plan(
            path,
            name=staged.name,
            on=staged.on,
            skip_bad_rows=staged.skip_bad_rows,
            by=staged.by,
        )


@contextmanager
def _opened(staged: Import) -> Iterator[Path]:
    with storage.opened(storage.folder() / staged.file, staged.key) as path:
        yield several.unpacked(path)


@periodic("imports.erase", hours=24)
def erase_old_files() -> None:
    """Uploaded files are erased after their days, those that nobody took in sooner; their import is
    given up. What the worker has in hand or somebody has just confirmed stays."""
    now, days = timezone.now(), settings.KEPT_DAYS
    old = Q(created_at__lt=now - timedelta(days=days["uploads"]))
    unconfirmed = Q(created_at__lt=now - timedelta(days=days["unconfirmed"]))
    dead = Q(state__in=WORKING, job__state__in=ENDED)  # its worker failed for good
    wanted = old & (Q(state__in=OVER) | dead) | unconfirmed & Q(state__in=WAITING)
    for staged in Import.objects.filter(wanted).exclude(file=""):
        _erase(staged)


def _without_quotes(staged: Import) -> dict[str, Any]:
    """How much there was to change and how much was wrong stays; what was in the file does not."""
    return {
        "sections": [section | {"rows": []} for section in staged.sections],
        "warnings": [],
        "faults": [without_quotes(group) for group in staged.faults],
    }


@transaction.atomic
def _erase(staged: Import) -> None:
    """Only as it was when it was chosen: a file that somebody confirmed since then is needed."""
    given_up = staged.state not in OVER
    same = Import.objects.filter(pk=staged.pk, state=staged.state, file=staged.file)
    values: dict[str, Any] = {"file": "", **_without_quotes(staged)}
    if given_up:
        values |= {"state": State.DISCARDED, "ended_at": timezone.now()}
    if not same.update(**values):
        return
    if given_up:
        record("imports.discarded", by=None, subject=staged, area=area_of(staged.by))
    if not Import.objects.filter(file=staged.file).exists():
        transaction.on_commit(partial(storage.erase, staged.file))


periodic("imports.rooms", minutes=5)(storage.clear_rooms)


@periodic("imports.strays", hours=24)
def erase_strays() -> None:
    """What an upload left that never came to its end: files that belong to no import."""
    before = (timezone.now() - timedelta(days=1)).timestamp()
    files = set(Import.objects.exclude(file="").values_list("file", flat=True))
    known = files | {storage.faulty_rows_of(file).name for file in files}
    for path in storage.folder().iterdir():
        if (
            path.name not in known
            and not path.name.startswith(storage.OPEN)
            and path.stat().st_mtime < before
        ):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
