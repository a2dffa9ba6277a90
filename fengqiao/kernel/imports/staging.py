"""Takes an uploaded file in, and moves it from stage to stage."""

import hashlib
from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.crypto import sealed_files
from fengqiao.kernel.crypto.sealed_files import Opened
from fengqiao.kernel.imports import several, storage
from fengqiao.kernel.imports.grouping import grouped
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.registry import Plan
from fengqiao.kernel.imports.signals import import_moved
from fengqiao.kernel.jobs.running import start
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

PREVIEW, APPLY = "imports.preview", "imports.apply"


def stage(kind: str, *uploads: UploadedFile, on: date, skip_bad_rows: bool, by: "User") -> Import:
    """Keep a workbook, or some .csv files, under a name of our own and queue the checking; nothing
    enters a register."""
    name, source = several.called(uploads), several.source_of(uploads)
    file = f"{uuid4().hex}{several.suffix_of(uploads)}"
    digest = hashlib.file_digest(source, "sha256")
    source.seek(0)
    key = sealed_files.write(storage.folder() / file, source)
    with transaction.atomic():
        staged = Import.objects.create(
            kind=kind,
            file=file,
            key=key,
            name=name[:255],
            size=sum(upload.size or 0 for upload in uploads),
            digest=digest.hexdigest(),
            on=on,
            skip_bad_rows=skip_bad_rows,
            by=by,
        )
        _record("uploaded", staged, by, file=staged.name)
        _queue(staged, PREVIEW)
    return staged


def check_again(staged: Import, *, skip_bad_rows: bool, by: "User") -> None:
    """Preview once more, with or without its faulty rows."""
    if skip_bad_rows and staged.state == State.REFUSED and not staged.of_rows:
        raise InputRefused(_("这些错误不是略去几行就能解决的,请改好文件后重新上传。"))
    with transaction.atomic():
        moved = Import.objects.filter(pk=staged.pk, state__in=[State.REFUSED, State.READY]).update(
            state=State.CHECKING, skip_bad_rows=skip_bad_rows, message=""
        )
        _must_have_moved(moved)
        _record("checked", staged, by)
        transaction.on_commit(partial(storage.faulty_rows_of(staged.file).unlink, missing_ok=True))
        _queue(staged, PREVIEW)


def confirm(staged: Import, *, checked: Collection[str] = (), by: "User") -> None:
    """Take in what the preview showed; InputRefused where it is no longer waiting for that.

    Where something would end, `checked` are the ticks (`Import.endings`), one for each kind of it.
    """
    unchecked = [section for tick, section in staged.endings.items() if tick not in set(checked)]
    if staged.state == State.READY and unchecked:
        raise InputRefused(
            _("确认后将停止 %(count)d 项。请逐项核对,勾选“%(what)s”下的“我已核对”,再确认导入。")
            % {
                "count": staged.ending,
                "what": "”“".join(section["title"] for section in unchecked),
            }
        )
    with transaction.atomic():
        shown = Import.objects.filter(
            pk=staged.pk, state=State.READY, plan_digest=staged.plan_digest
        )
        moved = shown.update(state=State.APPLYING)
        _must_have_moved(moved)
        _record("confirmed", staged, by, file=staged.name, ending=staged.ending)
        _queue(staged, APPLY)


def discard(staged: Import, *, by: "User") -> None:
    """Give the file up; what has been taken in already stays."""
    with transaction.atomic():
        moved = Import.objects.filter(
            pk=staged.pk, state__in=[State.CHECKING, State.READY, State.REFUSED]
        ).update(state=State.DISCARDED, file="", ended_at=timezone.now())
        _must_have_moved(moved)
        _record("discarded", staged, by, file=staged.name)
        transaction.on_commit(partial(storage.erase, staged.file))


def export_faulty_rows(staged: Import, *, by: "User") -> Opened | None:
    """The workbook of the faulty rows for who uploaded the file; None while it is not made."""
    if not has_faulty_rows(staged):
        return None
    with transaction.atomic():
        _record("faulty_rows", staged, by, file=staged.name)
    return Opened(storage.faulty_rows_of(staged.file), staged.faulty_rows_key)


def has_faulty_rows(staged: Import) -> bool:
    """Whether the worker has made their workbook."""
    wanted = staged.file and staged.faults and staged.faulty_rows_key
    return bool(wanted) and storage.faulty_rows_of(staged.file).exists()


def show(staged: Import, plan: Plan) -> None:
    """Write down what a plan would do, for the preview."""
    _move(
        staged,
        State.READY,
        plan_digest=plan.digest,
        totals=[asdict(total) for total in plan.totals],
        sections=[asdict(section) for section in plan.sections],
        caution=plan.caution,
        warnings=grouped(plan.warnings),
        faults=grouped(plan.left_out),
    )


def refuse(staged: Import, refusal: InputRefused) -> None:
    """Write down why a file cannot be used."""
    _move(
        staged,
        State.REFUSED,
        message=refusal.message,
        faults=grouped(refusal.faults),
        of_rows=refusal.of_rows,
        totals=[],
        sections=[],
    )


def turn_away(staged: Import, refusal: InputRefused) -> None:
    """Give up a file that may not be kept, and erase it at once."""
    with transaction.atomic():
        now = timezone.now()
        _move(staged, State.DISCARDED, message=refusal.message, file="", ended_at=now)
        record("imports.turned_away", by=None, subject=staged, area=area_of(staged.by))
        transaction.on_commit(partial(storage.erase, staged.file))


def finish(staged: Import) -> None:
    """Write down that the file was taken in; inside the transaction that did."""
    _move(staged, State.DONE, message="", ended_at=timezone.now())


def _move(staged: Import, state: State, **values: Any) -> None:
    """Only what the worker has in hand, and told to those who listen."""
    working = Import.objects.filter(pk=staged.pk, state__in=[State.CHECKING, State.APPLYING])
    with transaction.atomic():
        if working.update(state=state, **values):
            staged.state = state
            import_moved.send(sender=Import, staged=staged)


def _record(act: str, staged: Import, by: "User", **details: Any) -> None:
    record(f"imports.{act}", by=by, subject=staged, area=area_of(by), **details)


def _queue(staged: Import, work: str) -> None:
    job = start(work, by=staged.by, pk=staged.pk)
    Import.objects.filter(pk=staged.pk).update(job=job)


def _must_have_moved(moved: int) -> None:
    if not moved:
        raise InputRefused(_("这次导入的状态已经变化,请刷新后再试。"))
