"""Where all data live: database, uploads, judgements, logs and the secret key."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from fengqiao.lib.faults import StartRefused
from fengqiao.lib.oserrors import reason_of

ROOT = Path(__file__).resolve().parents[2]


def home() -> Path:
    """The folder named by FENGQIAO_HOME (empty: not set), else `var` beside the package."""
    folder = Path(os.environ.get("FENGQIAO_HOME") or ROOT / "var").expanduser().absolute()
    with usable(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def logs() -> Path:
    """The folder of the log files."""
    folder = home() / "logs"
    with usable(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@contextlib.contextmanager
def usable(folder: Path) -> Iterator[None]:
    """What cannot be made is said with its name: most often FENGQIAO_HOME is wrong."""
    try:
        yield
    except OSError as error:
        why = reason_of(error) or "不是文件夹"
        raise StartRefused(
            f"数据文件夹{folder}不能使用({why}):请检查环境变量FENGQIAO_HOME和文件夹的权限。"
        ) from error


def secret_key() -> str:
    """Made at the first start and kept, readable by the owner only.

    Written aside and linked into place, so that two first starts at once agree on one complete key.
    """
    path = home() / "secret_key"
    if not path.exists():
        with usable(path):
            _make_secret_key(path)
    return path.read_text(encoding="ascii")


def _make_secret_key(path: Path) -> None:
    draft = path.with_name(f"secret_key.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()
