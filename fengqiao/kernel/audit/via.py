"""By which door an act came in."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Via(TextChoices):
    PAGE = "page", _("页面")
    COMMAND = "command", _("命令行")
    JOB = "job", _("后台任务")
    API = "api", _("接口")


_door: ContextVar[Via] = ContextVar("door", default=Via.COMMAND)


def door() -> Via:
    """The one that is open here; a process that opened none was started from the command line."""
    return _door.get()


@contextmanager
def through(via: Via) -> Iterator[None]:
    """Acts inside the block came in by this door."""
    token = _door.set(via)
    try:
        yield
    finally:
        _door.reset(token)
