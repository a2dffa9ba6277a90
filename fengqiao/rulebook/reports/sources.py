"""The sources of one office's facts, each with the clauses that rest on it."""

from typing import TYPE_CHECKING

from .wording import day

if TYPE_CHECKING:
    from fengqiao.rulebook.results import OfficeResult
    from fengqiao.rulebook.tables import Source


def legend(office: "OfficeResult") -> list[str]:
    """`名册 泰州名册.xlsx(名册导入,2021年12月31日)` for each source, in the order in which the items rest
    on them; where there are several, each with its clauses.
    """
    clauses: dict[str, dict[str, None]] = {}
    for item in office.items:
        facts = (office.facts.get(name) for name in item.facts)
        for fact in facts:
            if fact is not None and fact.source is not None:
                clauses.setdefault(_text(fact.source), {})[item.clause] = None
    if len(clauses) == 1:
        return list(clauses)
    return [f"{text}:{'、'.join(used)}" for text, used in clauses.items()]


def _text(source: "Source") -> str:
    known = [source.how, *([day(source.on)] if source.on else [])]
    return f"{source.text}({','.join(known)})"
