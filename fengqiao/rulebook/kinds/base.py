"""What a kind of rule has to answer."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import reduce
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

import ibis
import ibis.expr.types as ir

from fengqiao.rulebook.conditions import literal

Rule = Mapping[str, Any]  # one key, the kind; its value, what the kind was told
Keys = tuple[str | int, ...]


class Numbers(NamedTuple):
    """Actual and required of a counted item; the gap is what is missing between them."""

    actual: ir.Value
    required: ir.Value


class Outcome(NamedTuple):
    """A rule as expressions: the verdict (null: unknown) and, for counted items, the numbers.

    Without numbers the item is a yes/no one: actual is the verdict, required yes.
    """

    verdict: ir.BooleanValue
    numbers: Numbers | None = None
    applies: ir.BooleanValue | None = None  # where the rule itself may be about nothing


class Use(NamedTuple):
    """A fact that a rule rests on, and the types that will do."""

    keys: Keys
    fact: str
    types: tuple[str, ...]


class Scope(Protocol):
    """What a kind may ask for while it is compiled."""

    def fact(self, name: str) -> Any:
        """The column of facts of this name, as an Ibis value."""

    def rule(self, rule: Rule) -> Outcome:
        """Another rule inside this one."""


class Speech(Protocol):
    """What a kind may ask for while it says what it wants of an office."""

    def label(self, fact: str) -> str:
        """The Chinese name of a fact."""

    def value(self, fact: str) -> Any:
        """The value of a fact for the office spoken of."""

    def wanted(self, rule: Rule) -> str:
        """What another rule inside this one wants."""


class Kind(ABC):
    """A kind of rule; the default answers fit a rule without others inside."""

    name: ClassVar[str]

    @abstractmethod
    def uses(self, spec: Any) -> Iterator[Use]:
        """The facts that the rule names itself."""

    def parts(self, spec: Any) -> Iterator[tuple[Keys, Rule]]:
        """The rules inside it."""
        yield from ()

    @abstractmethod
    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """The rule as expressions over the facts."""

    def slips(self, spec: Any) -> Iterator[tuple[Keys, Any, str]]:
        """What a schema cannot see in what the kind was told: where, what, what is expected."""
        yield from ()

    def may_not_apply(self, spec: Any) -> bool:
        """Whether the rule itself can take its item off the list; `outcome` then says when."""
        return False

    def gap(self, required: Any, actual: Any) -> Any:
        """What is missing where the item is not met."""
        return required - actual

    def wanted(self, spec: Any, speech: Speech) -> str:
        """What the rule wants, in a few Chinese words: the room, the post."""
        return speech.label(next(self.uses(spec)).fact)

    def is_about_nobody(self, spec: Any, speech: Speech) -> bool:
        """Whether there is no one whom the rule could be about; that has words of its own."""
        return False

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what the kind is told, from the file beside it."""
        text = (Path(__file__).parent / f"{self.name}.json").read_text(encoding="utf-8")
        loaded: dict[str, Any] = json.loads(text)
        return loaded


def chosen(value: Any, scope: Scope) -> Any:
    """A plain value, or the cell of a table by facts; null where one of them is not known."""
    if not isinstance(value, dict):
        return literal(value)
    return cases_of([(test, literal(cell)) for test, cell in tests(value, scope)])


def tests(value: Mapping[str, Any], scope: Scope) -> list[tuple[ir.BooleanValue, Any]]:
    """The cells of a table by facts, each with the test that picks it."""
    return [
        (_is(value["by"], key, scope), cell)
        for key, cell in cells(value["cases"], len(value["by"]))
    ]


def cells(cases: Any, depth: int) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The cells of nested cases with the words that lead to each."""
    if depth == 0:
        yield (), cases
        return
    for word, inner in cases.items():
        for words, cell in cells(inner, depth - 1):
            yield (word, *words), cell


def chosen_facts(value: Any, keys: Keys) -> Iterator[Use]:
    """The facts by which a value is chosen."""
    if isinstance(value, dict):
        for at, name in enumerate(value["by"]):
            yield Use((*keys, "by", at), name, ("string",))


def cases_of(pairs: list[tuple[ir.BooleanValue, Any]]) -> Any:
    """The value of the first test that holds; null where none does."""
    return ibis.cases(*pairs, else_=None)


def _is(by: list[str], words: tuple[str, ...], scope: Scope) -> Any:
    same = [scope.fact(name) == literal(word) for name, word in zip(by, words, strict=True)]
    return reduce(lambda left, right: left & right, same)
