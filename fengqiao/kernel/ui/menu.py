"""The menu: apps add their area in `ready()`; only areas that work are in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fengqiao.kernel.ui.icons import icon

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Entry:
    """One area: `url_name` is its first page, everything below that address belongs to it.

    Drawn for those who hold the right, or for everybody where none is named. `count` says how many
    things wait there.
    """

    label: str | Promise
    url_name: str
    icon: str  # a name of Tabler Icons, without "ti-"
    order: int
    right: str = ""
    count: "Callable[[User], int] | None" = None


@dataclass(frozen=True)
class Item:
    """An entry as one page draws it, twice where it lies behind 更多 too."""

    label: str | Promise
    url: str
    icon: str
    current: bool
    counted: Callable[[], int] | None = None

    @cached_property
    def link(self) -> SafeString:
        """Drawn, and its count asked for, only where the menu is."""
        waiting = self.counted() if self.counted else 0
        return format_html(
            '<a href="{}"{}>{} <span>{}</span>{}</a>',
            self.url,
            CURRENT if self.current else "",
            icon(self.icon),
            self.label,
            format_html(WAITING, waiting, "99+" if waiting > MOST else waiting) if waiting else "",
        )


@dataclass(frozen=True, slots=True)
class Menu:
    """`first` stands in the bar of a phone, `rest` opens there behind 更多."""

    first: list[Item]
    rest: list[Item]

    @property
    def rest_is_current(self) -> bool:
        return any(item.current for item in self.rest)


IN_BAR = 4  # beside 更多
MOST = 99
CURRENT = SafeString(' aria-current="page"')
WAITING = ' <span class="fq-waiting" title="未读 {} 条">{}</span>'

_entries: dict[str, Entry] = {}


def add(entry: Entry) -> None:
    """Draw the area from now on."""
    _entries[entry.url_name] = entry


def menu_of(path: str, user: "User") -> Menu:
    """The user's areas; all in the bar where there is room for them."""
    own = items(path, user)
    room = IN_BAR if len(own) > IN_BAR + 1 else len(own)
    return Menu(own[:room], own[room:])


def items(path: str, user: "User") -> list[Item]:
    """The user's areas in order; current is the one with the longest address that `path` lies
    under."""
    own = [entry for entry in _entries.values() if not entry.right or user.can(entry.right)]
    ordered = sorted(own, key=lambda entry: entry.order)
    urls = {entry: reverse(entry.url_name) for entry in ordered}
    over = [url for url in urls.values() if _under(path, url)]
    current = max(over, key=len, default=None)
    return [
        Item(
            entry.label,
            url,
            entry.icon,
            url == current,
            partial(entry.count, user) if entry.count else None,
        )
        for entry, url in urls.items()
    ]


def _under(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
