"""Which kinds of file can be imported; what reads them registers itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from django.utils.functional import Promise

from fengqiao.lib.faults import Fault

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one sort, for the preview: `rows` are texts under `head`, at most `SHOWN` of `count`.

    `tally` says for each place how much of it would end: place, there, ends, comes, left.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    count: int
    is_change: bool = True  # false: something to know, that stays as it is
    ends: bool = False  # what is there and would no longer be: wants a tick of its own
    tally: Sequence[Sequence[str]] = ()


SHOWN = 1000  # rows of a section that are kept for its page


@dataclass(frozen=True, slots=True)
class Total:
    """What becomes of the rows of one sheet: new, changed, ended, left out for a fault, untouched."""

    title: str
    new: int = 0
    changed: int = 0
    ended: int = 0
    left_out: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, found without writing. Equal digests: the same file would do the same."""

    digest: str
    sections: Sequence[Section]
    totals: Sequence[Total] = ()
    warnings: Sequence[Fault] = ()
    left_out: Sequence[Fault] = ()
    caution: str = ""  # a sentence beside the warning of what would end
    content: Any = field(default=None, compare=False)  # for `apply` of the same importer alone


class MakePlan(Protocol):
    """Reads the file and compares; InputRefused with its faults where it cannot be used. What lies
    outside the rights of `by` is a fault; the command line (None) may take in everything."""

    def __call__(
        self, path: Path, *, name: str, on: date, skip_bad_rows: bool, by: "User | None"
    ) -> Plan: ...


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of file. `turn` names the register whose turn the transaction holds."""

    kind: str
    title: str | Promise
    turn: str
    plan: MakePlan
    apply: Callable[..., None]  # (plan, *, by), inside the transaction
    template: Callable[[Path], None]
    faulty_rows: Callable[..., None]  # (uploaded file, workbook to write, on=the day, by=who)


importers: dict[str, Importer] = {}


@dataclass(frozen=True, slots=True)
class Next:
    """What is done with a kind of file once it is taken in: a label, and its address for a day."""

    kind: str
    label: str | Promise
    url: Callable[[date], str]


nexts: list[Next] = []


def register(importer: Importer) -> None:
    """Offer the kind on the page of imports."""
    importers[importer.kind] = importer
