"""Chinese punctuation in templates: the literal text is typeset once, when a template is loaded.

Tags, scripts and whatever a machine reads keep their marks; each is put aside as one private
character while the text around it is set, so that 名称({{ code }}) is seen as one bracketed note.
"""

import re

from fengqiao.lib.typography import typeset

_ASIDE = re.compile(
    r"""
      (?P<whole> &\#?\w+; | \{\#.*?\#\} | <!--.*?--> | \{%\s*comment\b.*?endcomment\s*%\}
               | <(?P<kind>script|style|pre)\b.*?</(?P=kind)\s*> )
    | (?P<code> \{%.*?%\} | \{\{.*?\}\} )
    | (?P<html> </?[a-zA-Z] (?: [^<>{] | \{%.*?%\} | \{\{.*?\}\} | \{ )* > )
    """,
    re.VERBOSE | re.DOTALL,
)
_LITERAL = re.compile(r"\"[^\"]*\"")
_READ_ALOUD = re.compile(r"\b(?:title|alt|placeholder|aria-label|label)=\"[^\"]*\"")
_FIRST = 0xF0000  # private use plane; a template has fewer tags than it has characters


def typeset_template(source: str) -> str:
    """The template with the marks of its literal Chinese text in full width."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(_set_inside(found))
        return chr(_FIRST + len(kept) - 1)

    text = typeset(_ASIDE.sub(put_aside, source))
    return re.sub(f"[{chr(_FIRST)}-{chr(0xFFFFD)}]", lambda mark: kept[ord(mark[0]) - _FIRST], text)


def _set_inside(found: re.Match[str]) -> str:
    """A tag with the words in it that people read: string arguments, titles, labels."""
    inside = {"code": _LITERAL, "html": _READ_ALOUD}.get(found.lastgroup or "")
    if inside is None:
        return found[0]
    return inside.sub(lambda words: typeset(words[0]), found[0])
