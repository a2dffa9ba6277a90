"""Opens a backup and refuses, before anything is touched, what cannot come back from it."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from fengqiao.config.upkeep.copying import digest
from fengqiao.config.upkeep.engines import engine
from fengqiao.config.upkeep.holdings import FOLDERS, PACKS
from fengqiao.config.upkeep.manifest import FORMAT, NAME, Broken, Manifest
from fengqiao.kernel.crypto.keys import Keys
from fengqiao.kernel.crypto.models import KeyCheck
from fengqiao.kernel.crypto.starting import is_met
from fengqiao.lib.faults import InputRefused

SHOWN = 5  # damaged files that are named


def opened(folder: Path) -> Manifest:
    """The manifest of a backup that this program can read."""
    try:
        manifest = Manifest.read(folder)
    except (FileNotFoundError, NotADirectoryError):
        raise InputRefused(f"{folder} 不是完整的备份:没有 {NAME}") from None
    except Broken:
        raise InputRefused(f"备份已损坏:{NAME} 读不通") from None
    if manifest.format != FORMAT:
        raise InputRefused("备份是较新的版本所做,请先升级程序,再恢复")
    return manifest


def refuse_other_database(manifest: Manifest) -> None:
    if manifest.vendor != connection.vendor:
        made, here = engine(manifest.vendor).NAME, engine().NAME
        raise InputRefused(
            f"这是 {made} 的备份,本系统用的是 {here},不能互相恢复:"
            f"请把 DATABASE_URL 改为 {made} 后再恢复"
        )


def refuse_newer(manifest: Manifest) -> None:
    """A step that this program does not know was made by a later one."""
    if unknown := {tuple(step) for step in manifest.seen.migrations} - _known_steps():
        raise InputRefused(
            f"备份是较新的版本({manifest.version})所做,请先升级程序,再恢复:"
            f"本程序没有 {'.'.join(min(unknown))} 等{len(unknown)}步"
        )


def is_older(manifest: Manifest) -> bool:
    """Whether `migrate` has something to do after it."""
    return bool(_known_steps() - {tuple(step) for step in manifest.seen.migrations})


def _known_steps() -> set[tuple[str, ...]]:
    return set(MigrationLoader(None).disk_migrations)


def refuse_damaged(manifest: Manifest, folder: Path) -> None:
    """Every file is there, a plain file in its place, and what it was."""
    wrong = [name for name, was in manifest.files.items() if not _is_whole(folder, name, was)]
    if engine(manifest.vendor).FILE not in manifest.files:
        wrong.append(engine(manifest.vendor).FILE)
    if wrong:
        named = ",".join(wrong[:SHOWN]) + (" 等" if len(wrong) > SHOWN else "")
        raise InputRefused(f"备份已损坏或不完整,没有恢复。有问题的文件{len(wrong)}个:{named}")


def _is_whole(folder: Path, name: str, was: list[object]) -> bool:
    pure, path = PurePosixPath(name), folder / name
    if pure.is_absolute() or ".." in pure.parts:
        return False
    if len(pure.parts) > 1 and pure.parts[0] not in {*FOLDERS, PACKS}:
        return False
    return path.is_file() and not path.is_symlink() and digest(path) == was


def refuse_without_keys(manifest: Manifest, given: Keys | None) -> None:
    """What stands encrypted must be readable afterwards."""
    held = {name: secret for one in given or () for name, secret in one.secrets.items()}
    absent = [key_id for key_id, *_rest in _used(manifest) if key_id not in held]
    if absent:
        raise InputRefused(
            f"备份中有用密钥 {','.join(absent)} 加密的内容,现有密钥中没有。"
            "请先取来当时另存的密钥,用 --keys 给出,见 docs/keys.md"
        )
    for key_id, salt, check_value, _is_used in _used(manifest):
        if not is_met(KeyCheck(salt=salt, check_value=check_value), held[key_id]):
            raise InputRefused(
                f"现有的密钥 {key_id} 不是做备份时的那一个,请取来当时另存的密钥,用 --keys 给出"
            )


def _used(manifest: Manifest) -> Iterable[list[Any]]:
    return [key for key in manifest.seen.keys if key[3]]
