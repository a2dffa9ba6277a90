"""Makes a backup of a system that is running."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from fengqiao.config.upkeep.acts import BACKED_UP
from fengqiao.config.upkeep.copying import copy, digest, room_is_needed
from fengqiao.config.upkeep.engines import engine
from fengqiao.config.upkeep.holdings import FOLDERS, PACKS, files_in, place
from fengqiao.config.upkeep.manifest import Manifest, version
from fengqiao.config.upkeep.seen import named_files, see
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.protection import journal

DRAFT = ".fengqiao-backup-"
TURNS = 3  # times that the database is read again because a file went away meanwhile
Tell = Callable[[str], None]
Files = dict[str, list[object]]


def make(target: Path, tell: Tell) -> Manifest:
    """Write a whole backup to the target, or nothing; refused where something is there already."""
    target = target.expanduser().absolute()
    _refuse_target(target)
    if not engine().is_filled():
        raise InputRefused("还没有数据库,没有可以备份的内容")
    with room_is_needed("备份"), _draft(target) as draft:
        manifest = _fill(draft, tell)
        manifest.write(draft)
        os.sync()
        draft.rename(target)
    _leave_trail(target, manifest, tell)
    return manifest


def _leave_trail(target: Path, manifest: Manifest, tell: Tell) -> None:
    """A database that waits for its upgrade may be saved before it has a trail."""
    rows, files = manifest.rows, len(manifest.files)
    try:
        with transaction.atomic():
            record(
                BACKED_UP,
                by=None,
                label=target.name,
                folder=str(target),
                rows=rows,
                files=files,
            )
    except DatabaseError:
        tell("数据库还没有升级,这次备份没有记入操作记录")


def _refuse_target(target: Path) -> None:
    if target.is_mount():
        raise InputRefused(f"{target} 是磁盘的挂载点,请在它下面另起一个名称")
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise InputRefused(f"{target} 已有内容,备份要写到新的或空的文件夹")
    if not target.parent.is_dir():
        raise InputRefused(f"没有文件夹 {target.parent}")


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """A folder beside the target which is gone at the end; what a killed backup left goes as well."""
    for left in target.parent.glob(f"{DRAFT}*"):
        with _held(left) as free:
            if free:
                shutil.rmtree(left, ignore_errors=True)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=target.parent))
    with _held(draft):
        try:
            yield draft
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Whether nobody else is writing into it; ends with the process, however that ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(descriptor)


def _fill(draft: Path, tell: Tell) -> Manifest:
    """The files twice, around the moment at which the database is read: a file is there before its
    row, so what came late is copied once the moment stands. One that went away in that instant is no
    longer named when it is all read again; one that is named again was lost before."""
    files: Files = {}
    missing: list[str] = []
    copy_files = partial(_copy_new, draft, FOLDERS, files)
    for _turn in range(TURNS):
        tell("正在备份文件")
        copy_files()
        tell("正在备份数据库")
        with engine().snapshot(draft, copy_files) as moment:
            seen, server = see(moment.cursor, moment.tables), moment.server
            named = named_files(moment.cursor, moment.tables)
        before, missing = missing, [name for name in named if name not in files]
        if not missing or missing == before:
            break
    _copy_new(draft, [PACKS], files)
    if journal.place().is_file():
        files[journal.NAME] = copy(journal.place(), draft / journal.NAME)
    files[engine().FILE] = digest(draft / engine().FILE)
    return Manifest(
        made_at=timezone.localtime().isoformat(timespec="seconds"),
        version=version(),
        vendor=connection.vendor,
        server=server,
        seen=seen,
        files=files,
        missing=missing,
    )


def _copy_new(draft: Path, folders: list[str], files: Files) -> None:
    """Files never change; one that goes away while it is copied is left out."""
    for folder in folders:
        for path in files_in(place(folder)):
            name = f"{folder}/{path.relative_to(place(folder)).as_posix()}"
            if name not in files:
                with suppress(FileNotFoundError):
                    files[name] = copy(path, draft / name)
