"""Items: their ids differ, their rules rest on facts of the right type, their sentences can be
said."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.columns import SHARE
from fengqiao.rulebook.deriving import words
from fengqiao.rulebook.functions import kind_of
from fengqiao.rulebook.kinds import KINDS, Rule
from fengqiao.rulebook.model import Fact
from fengqiao.rulebook.packs import schema
from fengqiao.rulebook.packs.building import choice, section_of
from fengqiao.rulebook.packs.checks.facts import built_facts, condition_faults
from fengqiao.rulebook.packs.yamlfile import Document, Keys
from fengqiao.rulebook.wording import OF_A_SHARE, OF_THE_ITEM, PLACE
from fengqiao.rulebook.words import CHOICES

KINDS_OF_FACT = {
    "int64": "整数",
    "float64": "数",
    "boolean": "是非",
    "string": "文字",
    SHARE: "比例(share、periods)",
    "date": "日期",
}

Leaf = Callable[[Keys, Any], Iterator[Fault]]


def item_faults(document: Document) -> Iterator[Fault]:
    """Everything that is wrong with the items of an edition."""
    check = check_of(document)
    seen: set[str] = set()
    for at, item in enumerate(document.data["items"]):
        keys: Keys = ("items", at)
        if item["id"] in seen:
            yield document.fault((*keys, "id"), item["id"], "条目编号不得重复")
        seen.add(item["id"])
        yield from check.item(keys, item)
    for name, wording in document.data["wordings"].items():
        yield from check.places(("wordings", name), wording)


def check_of(document: Document) -> "Check":
    """Of an edition whose facts are sound."""
    facts = built_facts(document)
    return Check(document, facts, {name: kind_of(fact, facts) for name, fact in facts.items()})


@dataclass(frozen=True, slots=True)
class Check:
    """What every part of an edition is checked with: its facts and their types."""

    document: Document
    facts: Mapping[str, Fact]
    types: dict[str, str]

    def item(self, keys: Keys, item: Mapping[str, Any]) -> Iterator[Fault]:
        """One item, part by part."""
        yield from self.clause((*keys, "clause"), item["clause"])
        if "applies" in item:
            yield from self.applies((*keys, "applies"), item["applies"])
        yield from self.rule((*keys, "rule"), item["rule"])
        yield from self.wording((*keys, "wording"), item["wording"])

    def clause(self, keys: Keys, clause: Any) -> Iterator[Fault]:
        """A clause stands in a section; one that depends on facts has a cell for each word."""
        if isinstance(clause, dict):
            yield from self.cases(keys, clause, self._text)
        sections = self.document.data["sections"]
        if not section_of(choice(clause), sections):
            yield self.document.fault(keys, clause, f"不属于任何一节({'、'.join(sections)})")

    def applies(self, keys: Keys, condition: Any) -> Iterator[Fault]:
        """A condition over facts."""
        yield from condition_faults(self.document, keys, condition, self.types, "offices")

    def rule(self, keys: Keys, rule: Rule, *, inside: bool = False) -> Iterator[Fault]:
        """A rule: its own facts, its tables of values, the rules inside it."""
        name, spec = next(iter(rule.items()))
        kind, here = KINDS[name], (*keys, name)
        slips = list(kind.slips(spec))
        for at, found, expected in slips:
            yield self.document.fault((*here, *at), found, expected)
        if slips:
            return
        if inside and kind.may_not_apply(spec):
            yield self.document.fault(
                here, None, "“不适用”只能由条目自己的规则说,不能由里面的规则说"
            )
        for use in kind.uses(spec):
            yield from self.use((*here, *use.keys), use.fact, use.types)
        for key, value in spec.items() if isinstance(spec, dict) else ():
            if isinstance(value, dict) and "by" in value:
                yield from self.cases((*here, key), value, self.number)
        if isinstance(spec, dict) and "cases" in spec:
            yield from self.cases(here, spec, self._whole_rule)
        else:
            for at, part in kind.parts(spec):
                yield from self.rule((*here, *at), part, inside=True)

    def use(self, keys: Keys, name: str, types: tuple[str, ...]) -> Iterator[Fault]:
        """A fact that is there and of a type that will do."""
        if name not in self.facts:
            yield self.document.fault(keys, name, "没有这个事实")
        elif self.types[name] not in types:
            wanted = "或".join(KINDS_OF_FACT[kind] for kind in types)
            found = KINDS_OF_FACT[self.types[name]]
            yield self.document.fault(keys, name, f"这里要用{wanted}的事实,它是{found}的")

    def cases(self, keys: Keys, spec: Mapping[str, Any], leaf: Leaf) -> Iterator[Fault]:
        """A table by facts: a cell for each word that the facts can have, and for no other."""
        for at, name in enumerate(spec["by"]):
            faults = list(self.use((*keys, "by", at), name, ("string",)))
            yield from faults
            if faults:
                return
        yield from self._cells((*keys, "cases"), spec["cases"], list(spec["by"]), leaf)

    def _cells(self, keys: Keys, cases: Any, by: list[str], leaf: Leaf) -> Iterator[Fault]:
        if not by:
            yield from leaf(keys, cases)
            return
        known = self._words(by[0])
        if not isinstance(cases, dict):
            yield self.document.fault(keys, cases, f"还应按{self.facts[by[0]].label}分列")
            return
        for word in known:
            if word not in cases:
                yield self.document.fault(keys, None, f"缺少{word}的情形")
        for word, inner in cases.items():
            if known and word not in known:
                yield self.document.fault((*keys, word), word, f"应为{'、'.join(known)}之一")
            yield from self._cells((*keys, word), inner, by[1:], leaf)

    def _words(self, name: str) -> tuple[str, ...]:
        fact = self.facts[name]
        if fact.how == "band":
            return words(fact.spec)
        return CHOICES.get(("offices", str(self.facts[name].spec)), ())

    def _text(self, keys: Keys, cell: Any) -> Iterator[Fault]:
        if not isinstance(cell, str) or not cell:
            yield self.document.fault(keys, cell, "应为文字(数字样的加引号)")

    def number(self, keys: Keys, cell: Any) -> Iterator[Fault]:
        """A number, in a cell of a table by facts."""
        if isinstance(cell, bool) or not isinstance(cell, int | Decimal):
            yield self.document.fault(keys, cell, "应为数")

    def _whole_rule(self, keys: Keys, cell: Any) -> Iterator[Fault]:
        faults = schema.rule_faults(self.document, cell, keys)
        yield from faults
        if not faults:
            yield from self.rule(keys, cell, inside=True)

    def wording(self, keys: Keys, wording: Any) -> Iterator[Fault]:
        """A wording of the pack by name, or one of the item's own."""
        wordings = self.document.data["wordings"]
        if isinstance(wording, dict):
            yield from self.places(keys, wording)
        elif wording not in wordings:
            yield self.document.fault(keys, wording, f"没有这个句式,可用的有:{'、'.join(wordings)}")

    def places(self, keys: Keys, wording: Mapping[str, str]) -> Iterator[Fault]:
        """Every place of a template is one that can be filled."""
        for key, text in wording.items():
            for place in PLACE.findall(text):
                if not self._can_fill(place):
                    yield self.document.fault(
                        (*keys, key), f"{{{place}}}", "句式里没有这个可填的名称"
                    )

    def _can_fill(self, place: str) -> bool:
        name, _, part = place.partition(".")
        if not part:
            return name in OF_THE_ITEM or self.types.get(name, SHARE) != SHARE
        return part in OF_A_SHARE and self.types.get(name) == SHARE
