"""Keeps what the system itself made, and reads a file back; nothing of it is looked through."""

from typing import TYPE_CHECKING

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.naming import cleaned
from fengqiao.kernel.files.serving import opened
from fengqiao.kernel.files.storing import written
from fengqiao.kernel.files.types import TYPES

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def keep(
    data: bytes, *, name: str, type_: str, by: "User | None", area: Area, kind: str
) -> StoredFile:
    """Inside the transaction of the act that wants the file."""
    found = TYPES[type_]
    return written(
        data,
        name=cleaned(f"{name}.{found.ending}", found),
        type_=found,
        by=by,
        area=area,
        kind=kind,
    )


def content(stored: StoredFile) -> bytes:
    """The whole of it, for work that is done in the system; a page gives it out by `serve`."""
    source = opened(stored)
    try:
        return b"".join(source)
    finally:
        source.close()
