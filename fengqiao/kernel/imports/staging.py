"""Takes an uploaded file in, and moves it from stage to stage."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
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
from fengqiao.kernel.imports import storage
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.registry import Plan
from fengqiao.kernel.imports.signals import import_moved
from fengqiao.kernel.jobs.running import start
from fengqiao.lib.faults import Fault, InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

PREVIEW, APPLY = "imports.preview", "imports.apply"
KEPT_FAULTS = 5000  # that a page can still show; the workbook of faulty rows has them all


def stage(kind: str, upload: UploadedFile, *, on: date, skip_bad_rows: bool, by: "User") -> Import:
    """Keep the file under a name of our own and queue its checking; nothing enters a register."""
    name = Path(upload.name or "").name
    file = f"{uuid4().hex}{Path(name).suffix.lower()[:10]}"
    digest = hashlib.file_digest(upload, "sha256")
    upload.seek(0)
    key = sealed_files.write(storage.folder() / file, upload)
    with transaction.atomic():
        staged = Import.objects.create(
            kind=kind,
            file=file,
            key=key,
            name=name[:255],
            size=upload.size or 0,
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
        sections=[asdict(section) for section in plan.sections],
        caution=plan.caution,
        warnings=listed(plan.warnings),
        faults=listed(plan.left_out),
    )


def refuse(staged: Import, refusal: InputRefused) -> None:
    """Write down why a file cannot be used."""
    _move(
        staged,
        State.REFUSED,
        message=refusal.message,
        faults=listed(refusal.faults),
        sections=[],
    )


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


def listed(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Faults as a page shows them."""
    every = [{"place": fault.place, "sentence": fault.sentence} for fault in faults]
    if len(every) > KEPT_FAULTS:
        more = _("还有 %(count)s 处,请下载错误行查看。") % {"count": len(every) - KEPT_FAULTS}
        every[KEPT_FAULTS:] = [{"place": "", "sentence": more}]
    return every


def _record(act: str, staged: Import, by: "User", **details: Any) -> None:
    record(f"imports.{act}", by=by, subject=staged, area=area_of(by), **details)


def _queue(staged: Import, work: str) -> None:
    job = start(work, by=staged.by, pk=staged.pk)
    Import.objects.filter(pk=staged.pk).update(job=job)


def _must_have_moved(moved: int) -> None:
    if not moved:
        raise InputRefused(_("这次导入的状态已经变化,请刷新后再试。"))
