"""Files that are either whole or not there: written beside their place, then moved into it."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.oserrors import named, reason_of


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` that takes its place when the block ends well.

    After an error nothing is left and what stood at `path` before still stands there; where the
    system refused to write, the error names `path`.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
            draft = Path(folder) / path.name
            yield draft
            draft.replace(path)
    except Exception as error:
        if reason_of(error):
            raise named(error, path) from error
        raise


def place_for(out: Path, *, inputs: Iterable[Path] = ()) -> Path:
    """Where an output that a person named is to be written; refused where it would hurt.

    A link is followed: the file that it leads to is replaced, and the link stays. Never one of the
    `inputs` (files, or folders with all that they hold), by whatever name; nor a folder, a pipe or
    a device, for these cannot be replaced as a whole.
    """
    try:
        place = out.resolve()
        if out.is_dir():
            raise InputRefused(f"要写入的文件是一个文件夹:{out}")
        if out.exists() and not out.is_file():
            raise InputRefused(f"要写入的不是普通文件,而是管道或设备:{out}")
        if not place.parent.is_dir():
            raise InputRefused(f"要写入的文件夹不存在:{place.parent}")
        taken = next((one for one in inputs if _holds(one, place)), None)
    except (OSError, RuntimeError) as error:  # a circle of links, a folder that is shut
        raise InputRefused(f"不能写到{out}:{reason_of(error) or '链接绕成了一圈'}") from error
    if taken is not None:
        raise InputRefused(f"结果不能写在读入的文件自己身上:{out}")
    return place


def _holds(given: Path, place: Path) -> bool:
    """Whether `place` is the input itself or a file in it; a hard link is the same file."""
    if not place.exists() or not given.exists():
        return False
    files = given.iterdir() if given.is_dir() else iter([given])
    return any(place.samefile(file) for file in files if file.exists())
