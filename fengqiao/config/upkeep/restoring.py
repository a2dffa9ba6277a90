"""Puts a backup in the place of the system, and proves what came back."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from fengqiao.config.home import ROOT
from fengqiao.config.upkeep import keys, reading
from fengqiao.config.upkeep.acts import RESTORED
from fengqiao.config.upkeep.copying import copy, room_is_needed
from fengqiao.config.upkeep.engines import engine
from fengqiao.config.upkeep.holdings import (
    FOLDERS,
    PACKS,
    WRITTEN_ANEW,
    files_in,
    is_filled,
)
from fengqiao.config.upkeep.manifest import Manifest
from fengqiao.config.upkeep.proving import prove
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.crypto import starting
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.protection import journal
from fengqiao.registers.protection.again import destroy_again

Tell = Callable[[str], None]


@dataclass(slots=True)
class Outcome:
    """What came back, where the former things lie, and what is not as it was."""

    manifest: Manifest
    aside: list[str] = field(default_factory=list)
    packs: list[str] = field(default_factory=list)  # that the program has in another wording
    upgraded: bool = False
    erased_again: int = 0  # records that had been destroyed since the backup
    faults: list[str] = field(default_factory=list)


def restore(folder: Path, *, replace: bool, key_file: Path | None, tell: Tell) -> Outcome:
    """Refused or failed before the last step, it leaves everything as it was."""
    folder = folder.expanduser().absolute()
    manifest = reading.opened(folder)
    reading.refuse_other_database(manifest)
    reading.refuse_newer(manifest)
    erased = _erased(folder)
    given = keys.offered(key_file)
    reading.refuse_without_keys(manifest, given)
    _refuse_filled(replace=replace)
    engine().refuse_if_used()
    tell("正在核对备份")
    reading.refuse_damaged(manifest, folder)
    tell("正在恢复")
    with room_is_needed("恢复"):
        outcome = _put_in(manifest, folder)
    if key_file:
        keys.put_in(given)
    outcome.faults = prove(manifest, tell)
    if reading.is_older(manifest):
        tell("备份是较早的版本所做,正在升级")
        call_command("migrate", interactive=False, verbosity=0)
        outcome.upgraded = True
    call_command("createcachetable", verbosity=0)
    starting.check()
    with transaction.atomic():
        Session.objects.all().delete()  # who was signed out since then stays signed out
        record(RESTORED, by=None, label=folder.name, folder=str(folder), made_at=manifest.made_at)
    if erased:
        journal.write(journal.place(), erased)
        outcome.erased_again = destroy_again(erased)
    return outcome


def _erased(folder: Path) -> list[journal.Erased]:
    """What was destroyed here, or before any of the backups that lie beside this one was made."""
    try:
        return journal.read([journal.place(), *sorted(folder.parent.glob(f"*/{journal.NAME}"))])
    except ValueError as damaged:
        raise InputRefused(f"销毁清单已损坏,没有恢复:{damaged}") from None


def _refuse_filled(*, replace: bool) -> None:
    if not replace and (engine().is_filled() or is_filled()):
        raise InputRefused(
            "系统里已有数据,没有恢复。确要用备份替换,请加 --replace,现有的会移到一旁"
        )


def _put_in(manifest: Manifest, folder: Path) -> Outcome:
    """The folders are copied whole before one is moved; the database comes last, and where that fails
    the former folders stand again."""
    name = f"before-restore-{timezone.localtime():%Y%m%d-%H%M%S}"
    home, outcome = Path(settings.HOME), Outcome(manifest)
    staged = Path(tempfile.mkdtemp(prefix=".restoring-", dir=home))
    try:
        _stage(manifest, folder, staged)
        with _exchanged(home, staged, home / name):
            moved = engine().put_in(folder / engine().FILE, name)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    former = str(home / name) if (home / name).exists() else ""
    outcome.aside = [one for one in (former, moved) if one]
    outcome.packs = _put_in_packs(manifest, folder)
    return outcome


def _stage(manifest: Manifest, folder: Path, staged: Path) -> None:
    for one in FOLDERS:
        (staged / one).mkdir(mode=0o700)
    for name in manifest.files:
        if name.partition("/")[0] in FOLDERS:
            copy(folder / name, staged / name)
    _give_to_owner(staged)
    os.sync()


def _give_to_owner(staged: Path) -> None:
    """Written by root, everything stays readable to the user whom the system runs as."""
    if os.geteuid() == 0:
        owner = staged.parent.stat()
        for path in [staged, *staged.rglob("*")]:
            os.chown(path, owner.st_uid, owner.st_gid)


@contextmanager
def _exchanged(home: Path, staged: Path, aside: Path) -> Iterator[None]:
    """The staged folders stand in the home, what stood there aside; the other way round after an
    error."""
    filled = [one for one in [*FOLDERS, WRITTEN_ANEW] if (home / one).is_dir()]
    aside.mkdir(mode=0o700)
    for one in filled:
        (home / one).rename(aside / one)
    for one in FOLDERS:
        (staged / one).rename(home / one)
    try:
        yield
    except BaseException:
        for one in FOLDERS:
            (home / one).rename(staged / one)
        for one in filled:
            (aside / one).rename(home / one)
        raise
    finally:
        _drop_empty(aside)


def _drop_empty(aside: Path) -> None:
    """Where nothing was there before, nothing lies aside."""
    if not files_in(aside):
        shutil.rmtree(aside)


def _put_in_packs(manifest: Manifest, folder: Path) -> list[str]:
    """Packs are data of the program: one that it lacks is added, one that it has is left, and those that
    differ are named."""
    different = set()
    for name in manifest.files:
        if name.startswith(f"{PACKS}/"):
            there = ROOT / name
            if not there.exists():
                copy(folder / name, there)
            elif there.read_bytes() != (folder / name).read_bytes():
                different.add(name)
    return sorted(different)
