"""The keys of encrypted values, which never lie in a backup: copied to a place of their own."""

import os
from pathlib import Path

from django.db import transaction

from fengqiao.config.upkeep.acts import KEYS_COPIED
from fengqiao.config.upkeep.manifest import NAME
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.crypto import keyfile
from fengqiao.kernel.crypto.keys import Keys
from fengqiao.kernel.crypto.ring import ring
from fengqiao.lib.faults import InputRefused


def copy_to(target: Path) -> None:
    """Write the keys as they stand now into a new file of the owner's; not beside a backup."""
    target = target.expanduser().absolute()
    if target.exists():
        raise InputRefused(f"{target} 已经存在,没有覆盖")
    if not target.parent.is_dir():
        raise InputRefused(f"没有文件夹 {target.parent}")
    if any((folder / NAME).exists() for folder in target.parents):
        raise InputRefused("密钥不能放进备份:两样都拿到的人就能读出内容,请另放一处")
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(ring.now().to_json())
        file.flush()
        os.fsync(file.fileno())
    with transaction.atomic():
        record(KEYS_COPIED, by=None)


def offered(key_file: Path | None) -> Keys | None:
    """The keys to restore with: of the file, else those of the system."""
    if key_file is None:
        return ring.given()
    if keyfile.from_environment() or keyfile.path().exists():
        where = "环境变量" if keyfile.from_environment() else str(keyfile.path())
        raise InputRefused(f"系统已有密钥({where}),不能再用 --keys:请先把它移开")
    try:
        return Keys.from_json(key_file.read_text("utf-8"))
    except OSError:
        raise InputRefused(f"密钥文件读不出:{key_file}") from None


def put_in(given: Keys | None) -> None:
    """From now on the system has them."""
    if given is not None:
        keyfile.write(given)
