"""The forms of a case without a case, for a day without power: what the pen writes is typed in later."""

import io
from functools import cache
from typing import NamedTuple

from fengqiao.duties.disputes.documents import DOCUMENTS
from fengqiao.duties.disputes.dossier.drawing import blank_covers
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.layouts import OPEN_DAY
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.paper_values import of_kind
from fengqiao.kernel.documents.layouts import Values, places
from fengqiao.kernel.documents.printing import blanks
from fengqiao.kernel.documents.tables import Document

KINDS = (Kind.PEOPLE, Kind.ADMINISTRATIVE)
NUMBER = "(\u3000\u3000\u3000)\u3000\u3000\u3000\u3000字第\u3000\u3000\u3000\u3000号"
ALL, COVERS = "all", "covers"


class Blank(NamedTuple):
    """A form by the name of its row in `documents.py`."""

    name: str
    title: str


def blanks_of(kind: Kind) -> list[Blank]:
    """Those of this kind of mediation, in the order of the file."""
    return [Blank(one.name, str(one.title)) for one in _documents(kind)]


@cache
def pdf_of(kind: Kind, name: str) -> bytes:
    """One form, the covers of the file, or all of them; LookupError where there is none of the name.
    They are the same for everybody until the program changes."""
    if name == COVERS:
        return blank_covers(_values(kind, {"日期"}), kind)
    forms = [
        (one.layouts[-1], _values(kind, places(one.layouts[-1])))
        for one in _documents(kind)
        if name in (ALL, one.name)
    ]
    if not forms:
        raise LookupError(f"a form that no table knows: {name}")
    made = blanks(forms)
    return _joined(made, pdf_of(kind, COVERS)) if name == ALL else made


def _documents(kind: Kind) -> list[Document]:
    return [one for one in DOCUMENTS if not one.kinds or kind in one.kinds]


def _values(kind: Kind, names: set[str]) -> Values:
    """Empty, but for the sentences that the kind of mediation brings, and numbers and days to be
    written in."""
    case = Dispute(kind=kind)
    known = {"案号": NUMBER, "文号": NUMBER, "日期": OPEN_DAY} | of_kind(case)
    return dict.fromkeys(names, "") | known


def _joined(*files: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    for data in files:
        writer.append(PdfReader(io.BytesIO(data)))
    writer.write(out)
    return out.getvalue()
