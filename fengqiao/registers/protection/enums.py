from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ListState(TextChoices):
    """Where a list of destruction stands."""

    PROPOSED = "proposed", _("待核对")
    ASKED = "asked", _("待批准")
    DONE = "done", _("已销毁")
    REDONE = "redone", _("恢复备份后重新销毁")


OPEN_LISTS = (ListState.PROPOSED, ListState.ASKED)


class Outcome(TextChoices):
    """What became of a record on a list."""

    WAITING = "waiting", _("待处理")
    DESTROYED = "destroyed", _("已销毁")
    HELD = "held", _("暂缓销毁")
    USED = "used", _("又有使用,不销毁")
