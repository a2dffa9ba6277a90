from collections import Counter
from datetime import date
from typing import cast

from fengqiao.rulebook.tables import Source, SourceKind

Key = tuple[str, str]  # code of the office, column (or the table, for a list)


class SourceBook:
    """Collects where values come from and says it briefly.

    Most values come from the same roster, so each table gets its commonest source, and only what
    differs is named by office and column: a kept judgement stays small.
    """

    def __init__(self) -> None:
        self._found: dict[str, dict[Key, Source]] = {}
        self._known: dict[tuple[str, str, date | None], Source] = {}

    def add(
        self, table: str, office: str, column: str, kind: str, text: str, since: date | None
    ) -> None:
        """One value, or one row of a list; of a list the latest row speaks."""
        found = self._found.setdefault(table, {})
        earlier = found.get((office, column))
        if earlier is None or (since or date.min) > (earlier.on or date.min):
            found[office, column] = self._source(kind, text, since)

    def sources(self) -> dict[str | Key, Source]:
        """As `Tables.sources` wants it."""
        book: dict[str | Key, Source] = {}
        for table, found in self._found.items():
            ((common, _times),) = Counter(found.values()).most_common(1)
            book[table] = common
            book |= {key: source for key, source in found.items() if source != common}
        return book

    def _source(self, kind: str, text: str, since: date | None) -> Source:
        key = (kind, text, since)
        if key not in self._known:
            self._known[key] = Source(cast(SourceKind, kind), text, since)
        return self._known[key]
