"""The kinds of rule, one file each; `docs/how-to-add-a-kind-of-rule.md` says how another one comes
in."""

from collections.abc import Iterator

from fengqiao.rulebook.kinds.at_least import AtLeast
from fengqiao.rulebook.kinds.at_most import AtMost
from fengqiao.rulebook.kinds.base import Keys, Kind, Numbers, Outcome, Rule, Scope, Speech, Use
from fengqiao.rulebook.kinds.between import Between
from fengqiao.rulebook.kinds.depending_on import DependingOn
from fengqiao.rulebook.kinds.everyone import Everyone
from fengqiao.rulebook.kinds.joined import AllOf, AnyOf
from fengqiao.rulebook.kinds.no import No
from fengqiao.rulebook.kinds.one_per import OnePer
from fengqiao.rulebook.kinds.rate import Rate
from fengqiao.rulebook.kinds.some_of import SomeOf
from fengqiao.rulebook.kinds.yes import Yes

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        AtLeast(),
        AtMost(),
        Between(),
        Yes(),
        No(),
        AnyOf(),
        AllOf(),
        SomeOf(),
        DependingOn(),
        OnePer(),
        Everyone(),
        Rate(),
    )
}

__all__ = [
    "KINDS",
    "Keys",
    "Kind",
    "Numbers",
    "Outcome",
    "Rule",
    "Scope",
    "Speech",
    "Use",
    "uses_of",
]


def uses_of(rule: Rule, keys: Keys = ()) -> Iterator[Use]:
    """All facts that a rule rests on, those of the rules inside it too, in the order in which it
    names them."""
    name, spec = next(iter(rule.items()))
    kind = KINDS[name]
    for use in kind.uses(spec):
        yield use._replace(keys=(*keys, name, *use.keys))
    for at, part in kind.parts(spec):
        yield from uses_of(part, (*keys, name, *at))
