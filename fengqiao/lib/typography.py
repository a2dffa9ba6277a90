"""Chinese punctuation as GB/T 15834 wants it, for texts that people read.

Sources keep the half-width marks that every keyboard and every search finds; whoever shows a
sentence or sets a document passes it through `typeset` once. Numbers, codes and case numbers such as
(2026)海陵人调字第00012号 stay as they are: a mark is widened only where Chinese stands next to it.
"""

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff\u201c\u201d\u3001\u3002\u300a\u300b\uff09"
_PLACE = "\U000f0000-\U000ffffd"  # private characters: places that a template fills
_WIDE = {",": "\uff0c", ":": "\uff1a", ";": "\uff1b", "?": "\uff1f", "!": "\uff01"}
_MARK = re.compile(f"(?<=[{_HAN}{_PLACE}])[,:;?!]|[,:;?!](?=[{_HAN}])")
_NOTE = re.compile(r"\(([^()\n]*)\)")
_CHINESE = re.compile(f"[{_HAN}{_PLACE}]")
_YEAR = re.compile(r"\d{4}")


def typeset(text: str) -> str:
    """The text with its marks and brackets in full width wherever they touch Chinese.

    A place that a template fills (`ui.typesetting`) counts as Chinese: it stands in a sentence.
    """
    inner = _NOTE.sub(_widen_note, text)
    return _MARK.sub(lambda mark: _WIDE[mark[0]], _NOTE.sub(_widen_note, inner))


def _widen_note(note: re.Match[str]) -> str:
    """Brackets follow what they hold or what they follow; a bracketed year belongs to a number."""
    inside, before = note[1], note.string[: note.start()][-1:]
    if _YEAR.fullmatch(inside) or not (_CHINESE.search(inside) or _CHINESE.match(before)):
        return note[0]
    return f"\uff08{inside}\uff09"
