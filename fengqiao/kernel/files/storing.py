"""Takes a file in: named, told by its content, looked into, encrypted, written, and only then a row."""

import io
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.crypto import sealed_files
from fengqiao.kernel.crypto.digests import plain_sm3
from fengqiao.kernel.files.checks import CHECKS
from fengqiao.kernel.files.classified import refuse_classified
from fengqiao.kernel.files.kinds import MIB, Kind, kind_named
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.naming import cleaned
from fengqiao.kernel.files.types import Type, type_of
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def store(upload: UploadedFile, *, by: "User | None", area: Area, kind: str) -> StoredFile:
    """Inside the transaction of the act that wants the file; InputRefused with one sentence."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a file is stored outside its act")
    stated = kind_named(kind)
    data = _read(upload, stated)
    type_ = type_of(data, stated.types)
    name = cleaned(upload.name or "", type_)
    data = CHECKS[type_.name](data)
    refuse_classified(name, type_, data)
    return written(data, name=name, type_=type_, by=by, area=area, kind=kind)


def written(
    data: bytes, *, name: str, type_: Type, by: "User | None", area: Area, kind: str
) -> StoredFile:
    """The bytes on the disk, encrypted, and their row."""
    file = f"{uuid4().hex[:2]}/{uuid4().hex}"
    key = sealed_files.write(Path(settings.MEDIA_ROOT) / file, io.BytesIO(data))
    return StoredFile.objects.create(
        kind=kind,
        name=name,
        type=type_.name,
        size=len(data),
        digest=plain_sm3(data).hex(),
        area=area,
        by=by,
        file=file,
        key=key,
    )


def refuse_more(kind: str, there: int) -> None:
    """Refuses one more than a record of this kind may have."""
    if there >= kind_named(kind).count:
        raise InputRefused(
            _("最多存 %(count)s 个,请先停用不再需要的。") % {"count": kind_named(kind).count}
        )


def _read(upload: UploadedFile, kind: Kind) -> bytes:
    if (upload.size or 0) > kind.size:
        raise InputRefused(_("文件超过 %(size)s MB,没有保存。") % {"size": kind.size // MIB})
    data: bytes = upload.read()
    return data
