"""The points of items: one way of counting each, facts of the right type, numbers whole in the grain."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.columns import SHARE
from fengqiao.rulebook.packs.checks.items import Check
from fengqiao.rulebook.packs.yamlfile import Keys
from fengqiao.rulebook.scoring.points import WAYS

COUNTS = ("int64", "float64")
WORTH = ("full", "floor", "points", "cap")  # keys whose numbers are points
Spec = Mapping[str, Any]


def points_faults(check: Check, keys: Keys, spec: Spec, grain: Fraction) -> Iterator[Fault]:
    """Everything that is wrong with the points of one item."""
    ways = [name for name in WAYS if name in spec]
    if len(ways) > 1:
        yield check.document.fault(keys, "、".join(ways), "一个条目只能写一种计分办法")
        return
    yield from grain_faults(check, keys, spec, grain)
    for way in ways:
        yield from FORMS[way](check, (*keys, way), spec[way])


def grain_faults(check: Check, keys: Keys, spec: Any, grain: Fraction) -> Iterator[Fault]:
    """Points that are not whole in the grain, at any depth; rules inside have no points."""
    if isinstance(spec, list):
        for at, part in enumerate(spec):
            yield from grain_faults(check, (*keys, at), part, grain)
    if not isinstance(spec, dict):
        return
    for name, value in spec.items():
        if name in WORTH and Fraction(value) % grain:
            yield check.document.fault((*keys, name), value, f"应是{float(grain):g}分的整数倍")
        elif name not in ("when", "unless"):
            yield from grain_faults(check, (*keys, name), value, grain)


def _parts(check: Check, keys: Keys, spec: list[Spec]) -> Iterator[Fault]:
    for at, part in enumerate(spec):
        here = (*keys, at)
        ways = [name for name in ("fact", "when", "unless") if name in part]
        if len(ways) != 1:
            yield check.document.fault(here, None, "应写fact、when、unless中的一个")
        elif ways == ["fact"]:
            yield from check.use((*here, "fact"), part["fact"], COUNTS)
        else:
            yield from check.rule((*here, ways[0]), part[ways[0]], inside=True)


def _steps(check: Check, keys: Keys, spec: Spec) -> Iterator[Fault]:
    yield from check.use((*keys, "fact"), spec["fact"], COUNTS)
    starts = [step["from"] for step in spec["steps"]]
    if len(set(starts)) < len(starts):
        yield check.document.fault((*keys, "steps"), None, "两档不得从同一个数起")


def _in_proportion(check: Check, keys: Keys, spec: Spec) -> Iterator[Fault]:
    if spec.keys() not in ({"share"}, {"fact", "of"}):
        yield check.document.fault(keys, None, "应写share,或者fact和of,不能都写")
    elif "share" in spec:
        yield from check.use((*keys, "share"), spec["share"], (SHARE,))
    else:
        yield from check.use((*keys, "fact"), spec["fact"], COUNTS)


def _mark(check: Check, keys: Keys, spec: str) -> Iterator[Fault]:
    yield from check.use(keys, spec, COUNTS)


def _states(check: Check, keys: Keys, spec: list[Spec]) -> Iterator[Fault]:
    for at, state in enumerate(spec):
        if "when" in state:
            yield from check.rule((*keys, at, "when"), state["when"], inside=True)
        elif at < len(spec) - 1:
            yield check.document.fault((*keys, at), None, "只有最后一种情形可以不写when")


FORMS: dict[str, Callable[[Check, Keys, Any], Iterator[Fault]]] = {
    "deductions": _parts,
    "earned": _parts,
    "steps": _steps,
    "in_proportion": _in_proportion,
    "mark": _mark,
    "states": _states,
}
