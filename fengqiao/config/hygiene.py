"""Keeps secrets and personal data out of the log, whatever an error quoted.

The rule is not to log what was decrypted or typed; this is for what slips through: the text of an
exception, a database's remark, a library's. It knows what can be told by its look, so not names.
"""

import logging
import re

GONE = "***"
_WORDS = r"(?:password\w*|passwd|secret\w*|token|authorization|cookie|sessionid|csrf\w*|api_?key)"
_VALUE = r"(?:\"[^\"]*\"|'[^']*'|[^\s,;&)}\]]+)"

PATTERNS = [
    (re.compile(r"fq_[A-Za-z0-9_-]{6,}"), f"fq_{GONE}"),  # tokens of the API
    (re.compile(r"\b(Bearer|Basic)\s+[^\s'\",]+", re.IGNORECASE), rf"\1 {GONE}"),
    (re.compile(rf"(['\"]?{_WORDS}['\"]?\s*[:=]\s*){_VALUE}", re.IGNORECASE), rf"\1{GONE}"),
    (re.compile(r"(://[^:/\s@]*:)[^@\s]+@"), rf"\1{GONE}@"),  # an address with its password
    (re.compile(r"(\bKey \([^)]*\)=\().*?(\) )"), rf"\1{GONE}\2"),  # PostgreSQL quotes the value
    (re.compile(r"(Failing row contains \().*"), rf"\1{GONE})"),  # … and the whole row
    (re.compile(r"(?<![0-9])[0-9]{15,19}[Xx]?(?![0-9])"), GONE),  # numbers of persons, of accounts
    (re.compile(r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])"), GONE),
    (re.compile(r"(?<![0-9])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])"), GONE),  # telephones
]


def clean(text: str) -> str:
    """The text without what is nobody's business."""
    for pattern, instead in PATTERNS:
        text = pattern.sub(instead, text)
    return text


class CleanFormatter(logging.Formatter):
    """Lines of the log, traces and all."""

    def format(self, record: logging.LogRecord) -> str:
        return clean(super().format(record))
