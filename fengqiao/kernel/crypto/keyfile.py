"""Where the keys come from: the environment, or a file that its owner alone may read."""

import contextlib
import fcntl
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from fengqiao.kernel.crypto.keys import Keys, KeysRefused, encoded_key

VARIABLE = "FENGQIAO_KEYS"  # the keys themselves
Stamp = tuple[int, ...]


def path() -> Path:
    return Path(settings.KEY_FILE)


def from_environment() -> bool:
    """Then nobody but the administrator can change them."""
    return bool(os.environ.get(VARIABLE))


def stamp() -> Stamp | None:
    """Differs when the file was replaced; None where there is none, or none is asked for."""
    if from_environment():
        return None
    try:
        found = os.stat(settings.KEY_FILE)  # noqa: PTH116 - asked for each value, and thrice as fast
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def read() -> Keys | None:
    """The keys that were given; None where none were, and a first file may be made."""
    if from_environment():
        return Keys.from_json(os.environ[VARIABLE])
    try:
        _refuse_open(path())
        return Keys.from_json(path().read_text("utf-8"))
    except FileNotFoundError:
        if settings.KEY_FILE_NAMED:
            raise KeysRefused(f"指定的密钥文件不存在:{path()}") from None
        return None
    except (OSError, UnicodeDecodeError):
        raise KeysRefused(f"密钥文件读不出:{path()}") from None
    except KeysRefused as refused:
        raise KeysRefused(f"{refused.message}。密钥文件:{path()}") from None


def _refuse_open(file: Path) -> None:
    mode = stat.S_IMODE(file.stat().st_mode)
    if mode & 0o077:
        raise KeysRefused(f"密钥文件的权限过宽({mode:04o}),其他用户也能读写,请改为 0600")


def make_first() -> bool:
    """Write the first keys; False where somebody else just did."""
    with _draft(path(), Keys.fresh().to_json()) as draft:
        try:
            path().hardlink_to(draft)
        except FileExistsError:
            return False
    _sync_folder()
    return True


def write(keys: Keys) -> None:
    """Replace the file; it is on the disk, whole, when this returns."""
    _replace(path(), keys.to_json())


def put_aside(key_id: str, secret: bytes) -> Path:
    """A key that retires goes into a file of its own beside the others."""
    target = path().with_name(f"{path().stem}.retired-{key_id}.json")
    _replace(target, json.dumps({key_id: encoded_key(secret)}) + "\n")
    return target


def _replace(target: Path, text: str) -> None:
    try:
        with _draft(target, text) as draft:
            draft.replace(target)
        _sync_folder()
    except OSError:
        raise KeysRefused(f"密钥文件写不进去:{target}") from None


@contextlib.contextmanager
def _draft(target: Path, text: str) -> Iterator[Path]:
    """A file beside its place, readable by its owner from its first byte."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            _give_to_owner(file.fileno())
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _give_to_owner(descriptor: int) -> None:
    """Written by root, it stays readable to the user whom the system runs as."""
    if os.geteuid() == 0:
        owner = (path() if path().exists() else path().parent).stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


def _sync_folder() -> None:
    """A new name is on the disk only when its folder is."""
    folder = os.open(path().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextlib.contextmanager
def changing() -> Iterator[None]:
    """One change of the keys at a time; ends with the process, however that ends."""
    descriptor = os.open(settings.HOME, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise KeysRefused("另一个进程正在更换密钥,请等它结束") from None
    finally:
        os.close(descriptor)
