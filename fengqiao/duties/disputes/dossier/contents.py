"""What lies in the file of a case, entry by entry, with the pages that it takes; and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _

from fengqiao.duties.disputes.dossier.catalogue import Entry, entries_of
from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.models import Dispute, Enclosure
from fengqiao.kernel.documents.models import Paper, PaperState

ARISES_HERE = ("authority",)  # a ledger names no representative
DOSSIER = "disputes.dossier"  # the file itself, as it was bound
IN_FILE = (PaperState.STANDING, PaperState.LAPSED)


class Stand(StrEnum):
    """How an entry stands."""

    HERE = "here"
    MISSING = "missing"
    UNSIGNED = "unsigned"  # our print is there, the paper with the hands on it is not
    NOT_TAKEN_OVER = "not_taken_over"  # it arose before the case came in from a ledger
    NONE = "none"  # 按需, and there is none


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper of the system or a scan, with the pages of the file that it takes, from `first` to
    `last`; both 0 where it has no pages of its own (a Word file without a PDF, or not drawn yet)."""

    record: Paper | Enclosure
    title: str
    pages: int
    first: int = 0
    last: int = 0

    @property
    def is_scan(self) -> bool:
        return isinstance(self.record, Enclosure)

    @property
    def numbers(self) -> str:
        """3 or 3-5."""
        if not self.first:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the catalogue with what lies under it; `number` counts the entries from 1."""

    number: int
    entry: Entry
    needed: bool
    standing: Stand
    pieces: tuple[Piece, ...] = ()

    @property
    def need(self) -> str:
        return _("必须") if self.needed else _("按需")

    @property
    def is_missing(self) -> bool:
        return self.standing in (Stand.MISSING, Stand.UNSIGNED)


def in_file(papers: Iterable[Paper]) -> list[Paper]:
    """Those that hold, or held until the case was taken up again; in the order given."""
    return [one for one in papers if one.state in IN_FILE]


def papers_in(case: Dispute) -> list[Paper]:
    """Those of the case that lie in its file, the oldest first."""
    rows = Paper.objects.about(case).exclude(document=DOSSIER)
    return in_file(rows.select_related("pdf").order_by("pk"))


def papers_under(entry: Entry, papers: Iterable[Paper]) -> list[Paper]:
    return [one for one in papers if one.document.partition(".")[2] in entry.papers]


def scans_in(case: Dispute) -> list[Enclosure]:
    """In the order in which they lie; the page that calls has asked who may see the case."""
    rows = Enclosure.objects.filter(dispute=case, out_on=None)
    return list(rows.select_related("stored", "by"))


def catalogue_of(
    case: Dispute, papers: Sequence[Paper] | None = None, scans: Sequence[Enclosure] | None = None
) -> list[Line]:
    """The catalogue of the case as it stands now, page numbers running through it."""
    papers = papers_in(case) if papers is None else papers
    scans = scans_in(case) if scans is None else scans
    at, found = 0, []
    for number, entry in enumerate(entries_of(case), start=1):
        pieces = []
        for piece in _pieces(entry, papers, scans):
            last = at + piece.pages
            pieces.append(replace(piece, first=at + 1, last=last) if piece.pages else piece)
            at = last
        needed = entry.needed(case)
        standing = _standing(case, entry, needed, pieces)
        found.append(Line(number, entry, needed, standing, tuple(pieces)))
    return found


def missing(lines: Iterable[Line]) -> list[str]:
    """What a complete file still lacks, as the case page says it."""
    words = {
        Stand.MISSING: "%s",
        Stand.UNSIGNED: _("%s的签名、盖章件"),
    }
    return [words[one.standing] % one.entry.title for one in lines if one.is_missing]


def pages_of(lines: Iterable[Line]) -> int:
    """How many pages lie in the file, without cover and catalogue."""
    return sum(piece.pages for line in lines for piece in line.pieces)


def _pieces(entry: Entry, papers: Iterable[Paper], scans: Iterable[Enclosure]) -> list[Piece]:
    """The papers with their signed copies in their places, then all else."""
    own = [one for one in scans if one.entry == entry.name]
    found: list[Piece] = []
    for paper in papers_under(entry, papers):
        copies = [one for one in own if one.paper_id == paper.pk]
        found += [_scan(one) for one in copies] or [Piece(paper, paper.title, paper.pages)]
    placed = {piece.record.pk for piece in found if piece.is_scan}
    return [*found, *(_scan(one) for one in own if one.pk not in placed)]


def _scan(one: Enclosure) -> Piece:
    return Piece(one, one.title, one.pages)


def _standing(case: Dispute, entry: Entry, needed: bool, pieces: list[Piece]) -> Stand:
    if pieces:
        lacks = entry.signed(case) and not any(piece.is_scan for piece in pieces)
        return Stand.UNSIGNED if lacks else Stand.HERE
    if not needed:
        return Stand.NONE
    return Stand.NOT_TAKEN_OVER if arose_before(case, entry) else Stand.MISSING


def arose_before(case: Dispute, entry: Entry) -> bool:
    """Whether the entry was due already when the case came in from a ledger."""
    if not case.taken_over or entry.name in ARISES_HERE:
        return False
    decided = case.taken_over != State.REGISTERED
    as_taken = Dispute(
        state=case.taken_over,
        kind=case.kind,
        agreement_form=case.agreement_form,
        accepted_on=case.accepted_on if decided else None,
    )
    return entry.needed(as_taken)
