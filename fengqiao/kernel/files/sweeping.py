"""Keeps disk and rows in step."""

import logging
import time
from pathlib import Path

from django.conf import settings

from fengqiao.kernel.files.models import StoredFile

AGE = (
    24 * 60 * 60
)  # seconds after which a file without a row belongs to no act that is still going on

log = logging.getLogger(__name__)


def sweep() -> int:
    """Delete what acts that were rolled back have left; say which files are lost. How many went."""
    root, before = Path(settings.MEDIA_ROOT), time.time() - AGE
    known = set(StoredFile.objects.values_list("file", flat=True).iterator())
    there = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    for name in known - there.keys():
        log.error("a stored file is lost: %s", name)
    strays = [there[name] for name in there.keys() - known if there[name].stat().st_mtime < before]
    for path in strays:
        path.unlink(missing_ok=True)
    return len(strays)
