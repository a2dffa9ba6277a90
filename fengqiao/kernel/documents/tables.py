"""The rows of which the papers of a line of work are made. A duty states them in its `documents.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from fengqiao.kernel.documents.layouts import Layout, Values

Text = str | Promise


def _always(case: Any, event: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: by which acts it is made (none: by hand), and what stands on it.

    `layouts` grows at its end: what was issued names the layout that it had. `number` takes the
    next number of its series; without it the paper bears that of the case. `many`: each one stands
    beside the others, instead of being a new version. No `kinds`: for every kind of case.
    `lapses_by`: acts after which it does not hold any more. `drawn_by`: its duty draws the PDF itself,
    of the paper, its address and its seal; there is no layout and no Word file then. `names`: those of
    the values, which a Word template of an office may ask for.
    """

    name: str
    title: Text
    layouts: tuple[Layout, ...]
    fields: Callable[[Any, Any], Values]
    made_by: tuple[str, ...] = ()
    when: Callable[[Any, Any], bool] = _always
    kinds: tuple[str, ...] = ()
    number: Callable[[Any, date], str] | None = None
    many: bool = False
    lapses_by: tuple[str, ...] = ()
    drawn_by: Callable[[Any, str, str], bytes] | None = None
    names: tuple[str, ...] = ()

    def fits(self, case: Any) -> bool:
        return not self.kinds or case.kind in self.kinds


_documents: dict[str, Document] = {}


def add(duty: str, documents: tuple[Document, ...]) -> None:
    """Called by the duty when it is loaded."""
    _documents.update({f"{duty}.{one.name}": one for one in documents})


def document_named(name: str) -> Document:
    """By duty and name, as a paper keeps them; LookupError where no table has it."""
    if name not in _documents:
        raise LookupError(f"a document that no table knows: {name}")
    return _documents[name]


def all_documents() -> dict[str, Document]:
    return dict(_documents)


def name_of(document: Document, case: Any) -> str:
    """How a paper of this case names its row."""
    return f"{case._meta.app_label}.{document.name}"
