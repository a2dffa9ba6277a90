"""The sources of one office's facts, each named once and referred to by number."""

from typing import TYPE_CHECKING

from .wording import day

if TYPE_CHECKING:
    from fengqiao.rulebook.results import ItemResult, OfficeResult
    from fengqiao.rulebook.tables import Source

KINDS = {"computed": "系统统计", "reported": "填报", "found": "实地查看"}


class SourceKeys:
    """Numbers the sources in the order in which the office's items rest on them."""

    def __init__(self, office: "OfficeResult") -> None:
        self._facts = office.facts
        self._numbers: dict[str, int] = {}
        for item in office.items:
            for text in self._texts(item):
                self._numbers.setdefault(text, len(self._numbers) + 1)

    @property
    def several(self) -> bool:
        """Whether there is more than one, so that each item has to say which."""
        return len(self._numbers) > 1

    def of(self, item: "ItemResult") -> str:
        """The numbers of the sources of one item: `1、2`."""
        return "、".join(str(self._numbers[text]) for text in self._texts(item))

    def legend(self) -> list[str]:
        """`1.填报:名册 泰州名册.xlsx(2021年12月31日)` for each source; one alone has no number."""
        if not self.several:
            return list(self._numbers)
        return [f"{number}.{text}" for text, number in self._numbers.items()]

    def _texts(self, item: "ItemResult") -> list[str]:
        facts = (self._facts.get(name) for name in item.facts)
        sources = (fact.source for fact in facts if fact is not None and fact.source is not None)
        return sorted({_text(source) for source in sources})


def _text(source: "Source") -> str:
    dated = f"({day(source.on)})" if source.on else ""
    return f"{KINDS[source.kind]}:{source.text}{dated}"
