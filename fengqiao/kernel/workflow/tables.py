"""The rows of which a procedure is made. A duty states them in its `workflow.py`; everything that
is drawn, offered, refused, recorded or tested of the procedure comes from there."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.functional import Promise

from fengqiao.kernel.documents.tables import Document

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

Text = str | Promise
Given = Mapping[str, Any]  # what is given with an act: the cleaned fields of its form
Said = dict[str, str]  # what the timeline keeps of it: label and words
TAKE_BACK, TAKE_OVER, TAKE_AGAIN = "take_back", "take_over", "take_again"


def _says_nothing(case: Any, given: Given) -> Said:
    return {}


def always(case: Any) -> bool:
    """No condition."""
    return True


def here(case: Any) -> Any:
    """Where the case lies."""
    return case.area


def its_page(case: Any) -> str:
    """Where the case is read."""
    return str(case.get_absolute_url())


@dataclass(frozen=True, slots=True)
class Guard:
    """A named question to the case and what is given; `says` is the one sentence that tells why
    not. `cite` is its article, only where the rule was verified. No `kinds`: for every kind."""

    holds: Callable[..., bool]
    says: Text
    cite: Text = ""
    kinds: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.holds.__name__

    @property
    def sentence(self) -> str:
        """Why not, with the article."""
        return f"{self.says}({self.cite})" if self.cite else str(self.says)


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told of an act once it is done; the text names nobody. `url` leads to what he may open."""

    to: Callable[[Any], "Iterable[User]"]
    text: Text
    url: Callable[[Any], str] = its_page


@dataclass(frozen=True, slots=True)
class Transition:
    """An act: from which states, into which (none: it stays), by whom, on what conditions.

    `needs` are asked of the case alone, so that its button can be grey and say why; `wants` of the
    case and what is given. `write` changes the columns of the case, which the engine saves, and
    says what the timeline keeps. `told` may name {by} and {subject}. An act that is `reversible`
    can be taken back. `extends` names the terms that go on for `given["length"]` units more. No
    `kinds`: for every kind of case. Where `when` does not hold, the row is not there: no button is
    drawn for what most cases never ask. The right is asked `where` the act belongs, which is not
    where the case lies if somebody elsewhere shall take it.
    """

    act: str
    label: Text
    sources: tuple[str, ...]
    target: str | None
    right: str
    told: Text
    write: Callable[[Any, Given], Said] = _says_nothing
    needs: tuple[Guard, ...] = ()
    wants: tuple[Guard, ...] = ()
    tells: tuple[Telling, ...] = ()
    kinds: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    when: Callable[[Any], bool] = always
    where: Callable[[Any], Any] = here
    reversible: bool = False
    main: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """A term that runs as long as the case stands in one of these states: nobody starts or stops
    it, so none is forgotten, not even where an act is taken back.

    `rule` is its ground in `rulepacks/statutes`; `since` the day that is not counted. It is met by
    the acts named; whatever else ends it drops it.
    """

    name: str
    title: Text
    states: tuple[str, ...]
    rule: str
    since: Callable[[Any], date]
    met_by: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    when: Callable[[Any], bool] = always

    def runs(self, case: Any) -> bool:
        fits = not self.kinds or case.kind in self.kinds
        return fits and case.state in self.states and self.when(case)


@dataclass(frozen=True)
class Procedure:
    """All rows of one line of work. `first` is how a case begins; `ends` are the states in which
    nothing is owed any more."""

    name: str
    title: Text
    states: type[TextChoices]
    ends: tuple[str, ...]
    first: Transition
    transitions: tuple[Transition, ...]
    terms: tuple[Running, ...]
    taking_back: Transition
    event: Any = None  # the model of its timeline
    documents: tuple[Document, ...] = ()
    ledger: tuple[Transition, ...] = ()  # `TAKE_OVER`, `TAKE_AGAIN`: what an import alone does
    line: tuple[str, ...] = field(default=())  # the states of the ordinary way, in order

    def rows(self) -> Iterator[Transition]:
        """Every act, the first one, the taking back and what comes from a ledger too."""
        yield self.first
        yield from self.transitions
        yield self.taking_back
        yield from self.ledger

    def right_of(self, act: str) -> str:
        """Which right an act of the table wants."""
        return next(row.right for row in self.rows() if row.act == act)

    def named(self, act: str) -> list[Transition]:
        """The rows of an act; LookupError where there is none."""
        found = [row for row in self.transitions if row.act == act]
        if not found:
            raise LookupError(f"an act that {self.name} does not know: {act}")
        return found

    def row(self, act: str, case: Any) -> Transition | None:
        """The row of the act for the case as it stands; none where it cannot be done now."""
        return next((row for row in self.named(act) if fits(row, case)), None)


def fits(row: Transition, case: Any) -> bool:
    """Whether the row is for such a case in such a state."""
    is_for_kind = not row.kinds or case.kind in row.kinds
    return case.state in row.sources and is_for_kind and row.when(case)
