"""Fills the places {{ 名称 }} of a Word file. There is no language in it but these names, so a template
that somebody brings can ask for values and do nothing else."""

import io
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any
from zipfile import BadZipFile

from django.utils.translation import gettext as _

from fengqiao.kernel.documents.layouts import BLANK, PLACE
from fengqiao.kernel.documents.word import CODE, SEAL
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset
from fengqiao.rulebook.reports.word_layout import element

BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
SHOWN, SHOWN_TEXT = 5, 40  # names and characters that a refusal quotes
QUIET = {SEAL, "案号", "文号"}  # places that a pen never fills
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STORIES = (
    "header",
    "footer",
    "first_page_header",
    "first_page_footer",
    "even_page_header",
    "even_page_footer",
)


def fill(template: bytes, values: Mapping[str, str], code: bytes | None) -> bytes:
    """The file with its values; a place whose value is empty stays open for a pen."""
    document = _opened(template)
    said = {name: typeset(value) for name, value in values.items()}
    for paragraph in _paragraphs(document):
        _fill(paragraph, said, code)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def checked(template: bytes, known: set[str]) -> set[str]:
    """The places of a template that somebody brings; refused where one is not known or broken."""
    found: set[str] = set()
    for paragraph in _paragraphs(_opened(template)):
        text = "".join(part.text or "" for part in _texts(paragraph))
        found |= set(PLACE.findall(text))
        if rest := BRACES.search(PLACE.sub("", text)):
            said = {"mark": rest[0], "text": text.strip()[:SHOWN_TEXT]}
            raise InputRefused(
                _("“%(text)s”里的 %(mark)s 没有写成 {{ 名称 }} 的样子,请改正后再传。") % said
            )
    if unknown := sorted(found - known):
        names = "、".join(unknown[:SHOWN])
        raise InputRefused(
            _("模板里的“%(names)s”不是这种文书的内容,请对照可用名称改正后再传。") % {"names": names}
        )
    return found


def _opened(data: bytes) -> Any:
    from docx import Document

    try:
        return Document(io.BytesIO(data))
    except (KeyError, ValueError, OSError, BadZipFile):
        raise InputRefused(_("Word 文件读不通,请用 Word 另存为 .docx 后再传。")) from None


def _paragraphs(document: Any) -> Iterator[Any]:
    """Of the text and of every header and footer, also within tables."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for root, parent in _stories(document):
        yield from (Paragraph(one, parent) for one in root.iter(qn("w:p")))


def _stories(document: Any) -> Iterator[tuple[Any, Any]]:
    yield document.element.body, document._body
    for section in document.sections:
        for name in STORIES:
            part = getattr(section, name)
            if not part.is_linked_to_previous:
                yield part._element, part


def _texts(paragraph: Any) -> list[Any]:
    """Those of the paragraph itself: a text box in it has paragraphs of its own."""
    from docx.oxml.ns import qn

    return [
        part
        for part in paragraph._p.iter(qn("w:t"))
        if next(part.iterancestors(qn("w:p"))) is paragraph._p
    ]


def _fill(paragraph: Any, values: Mapping[str, str], code: bytes | None) -> None:
    """Word cuts a text where it likes, so a place may begin in one run and end in another."""
    parts = _texts(paragraph)
    text = "".join(part.text or "" for part in parts)
    for place in reversed(list(PLACE.finditer(text))):
        first, rest = _spot(parts, place.start())
        last, end = _spot(parts, place.end() - 1)
        value = _value(paragraph, place[1], values)
        tail = (parts[last].text or "")[end + 1 :]
        head = (parts[first].text or "")[:rest]
        for at in range(first + 1, last + 1):
            parts[at].text = ""
        parts[last].text = tail
        parts[first].text = head + value + (tail if first == last else "")
        if place[1] == CODE and code:
            _picture(parts[first], paragraph, code)
    for part in parts:
        _break_lines(part)


def _value(paragraph: Any, name: str, values: Mapping[str, str]) -> str:
    from docx.oxml.ns import qn

    if name == CODE:
        return ""
    in_table = next(paragraph._p.iterancestors(qn("w:tc")), None) is not None
    return values[name] or ("" if in_table or name in QUIET else BLANK)


def _spot(parts: list[Any], at: int) -> tuple[int, int]:
    """Which text a character lies in, and where in it."""
    for number, part in enumerate(parts):
        length = len(part.text or "")
        if at < length:
            return number, at
        at -= length
    raise IndexError(at)


def _picture(part: Any, paragraph: Any, code: bytes) -> None:
    from docx.shared import Mm
    from docx.text.run import Run

    Run(part.getparent(), paragraph).add_picture(io.BytesIO(code), width=Mm(18))


def _break_lines(part: Any) -> None:
    """Each line of a value is a paragraph like the one it stands in; in a form, a line of the cell."""
    from docx.oxml.ns import qn

    first, *others = (part.text or "").split("\n")
    part.text = first
    part.set(SPACE, "preserve")
    run = part.getparent()
    if not others:
        return
    if run.getparent().tag == qn("w:p") and next(run.iterancestors(qn("w:tc")), None) is None:
        _add_paragraphs(run, others)
    else:
        _add_lines(part, others)


def _add_paragraphs(run: Any, lines: list[str]) -> None:
    from docx.oxml.ns import qn

    after = run.getparent()
    rest = list(run.itersiblings())
    for line in lines:
        made = element("p")
        made.extend(deepcopy(one) for one in after.findall(qn("w:pPr")))
        text = element("t")
        text.text = line
        text.set(SPACE, "preserve")
        copy = element("r")
        copy.extend(deepcopy(one) for one in run.findall(qn("w:rPr")))
        copy.append(text)
        made.append(copy)
        after.addnext(made)
        after = made
    after.extend(rest)


def _add_lines(part: Any, lines: list[str]) -> None:
    after = part
    for line in lines:
        for made in (element("br"), element("t")):
            after.addnext(made)
            after = made
        after.text = line
        after.set(SPACE, "preserve")
