"""What can be wrong with a trail."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST = 100  # a trail that is worse than that is not read further


class Wrong(TextChoices):
    ALTERED = "altered", gettext_lazy("被改动")
    MISSING = "missing", gettext_lazy("缺失")
    MOVED = "moved", gettext_lazy("次序被调换")
    INSERTED = "inserted", gettext_lazy("系事后插入")
    UNGUARDED = "unguarded", gettext_lazy("不在")  # a trigger


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and with which row."""

    wrong: Wrong
    row: str

    def __str__(self) -> str:
        return f"{self.row}{self.wrong.label}"


def entry_called(number: int) -> str:
    return _("第%(number)s号记录") % {"number": number}


def detail_called(number: int) -> str:
    return _("第%(number)s号记录的详情") % {"number": number}


def link_called(position: int, entry: int | None = None) -> str:
    """A place in the chain, with the entry that stands there."""
    place = _("封存链第%(position)s位") % {"position": position}
    return f"{place}({entry_called(entry)})" if entry else place
