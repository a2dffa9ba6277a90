"""Which acts leave a trail: each app states its own in a table `ACTS` in its `acts.py`.

An act that stands in no table cannot be recorded, and neither can a detail that its row does not
name: the tables say in full what the trail keeps. A table `UNTRAILED` beside it names the addresses
to which something may be sent without leaving a trail, each with its reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.stated import modules


class Kind(TextChoices):
    WRITE = "write", _("办理")
    READ = "read", _("查阅")
    EXPORT = "export", _("导出")
    REFUSAL = "refusal", _("被拒绝")
    SIGN_IN = "sign_in", _("登录")
    SETTING = "setting", _("设置")


# Their row stands or falls with what they change, so they are recorded inside its transaction.
CHANGES = (Kind.WRITE, Kind.SETTING)


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of act. `sentence` may name {by}, {subject} and {area}; `details` is what else is
    kept of it, each with its label: it may hold personal data and can be forgotten. `nameless` are
    those of them that never do, which an auditor reads too."""

    name: str
    title: str | Promise
    sentence: str | Promise
    kind: Kind = Kind.WRITE
    details: Mapping[str, str | Promise] = field(default_factory=dict)
    nameless: tuple[str, ...] = ()


_acts: dict[str, Act] = {}
_untrailed: dict[str, str] = {}  # pattern of names of addresses -> why


def collect() -> None:
    """Read the tables of all installed apps; a name twice is a mistake of ours."""
    _acts.clear()
    _untrailed.clear()
    for module in modules("acts"):
        _untrailed.update(getattr(module, "UNTRAILED", {}))
        for act in module.ACTS:
            if act.name in _acts:
                raise LookupError(f"an act twice: {act.name}")
            _acts[act.name] = act


def act_named(name: str) -> Act:
    """The act; LookupError where no table has it."""
    if name not in _acts:
        raise LookupError(f"an act that no table knows: {name}")
    return _acts[name]


def all_acts() -> list[Act]:
    return list(_acts.values())


def names_of(*kinds: Kind) -> list[str]:
    """The acts of these kinds."""
    return [act.name for act in _acts.values() if act.kind in kinds]


def leaves_no_trail(address: str) -> bool:
    """Whether something may be sent to the address of this name without a trail."""
    return any(fnmatchcase(address, pattern) for pattern in _untrailed)
