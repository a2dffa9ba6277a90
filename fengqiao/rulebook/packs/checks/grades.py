"""Grades: best first, none above what can be scored, no two for the same score."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.checks.items import Check
from fengqiao.rulebook.packs.yamlfile import Keys

Spec = Mapping[str, Any]
KEYS: Keys = ("scoring", "grades")


def grade_faults(check: Check, scoring: Spec, reachable: Fraction) -> Iterator[Fault]:
    """Everything that is wrong with the grades of an edition; `reachable` is the highest score."""
    grades = scoring.get("grades", [])
    names = [grade["grade"] for grade in grades]
    if grades and "ungraded" not in scoring:
        yield check.document.fault(KEYS, None, "还应写ungraded:哪个等次也够不上的称什么")
    if scoring.get("meets", {}).get("grade", None) not in [None, *names]:
        keys = ("scoring", "meets", "grade")
        yield check.document.fault(
            keys, scoring["meets"]["grade"], f"应为{'、'.join(names) or '无'}之一"
        )
    for at, grade in enumerate(grades):
        if "needs" in grade:
            yield from check.rule((*KEYS, at, "needs"), grade["needs"], inside=True)
        if (start := _start(grade)) is not None and not _reaches(start, grade, reachable):
            expected = f"最高只能得{float(reachable):g}分,这个等次谁也够不上"
            yield check.document.fault((*KEYS, at), f"{float(start):g}", expected)
    for at, (better, worse) in enumerate(pairwise(grades), start=1):
        yield from _side_by_side(check, (*KEYS, at), better, worse)


def _start(grade: Spec) -> Fraction | None:
    found = grade.get("from", grade.get("above"))
    return None if found is None else Fraction(found)


def _end(grade: Spec) -> Fraction | None:
    found = grade.get("to", grade.get("until"))
    return None if found is None else Fraction(found)


def _reaches(start: Fraction, grade: Spec, reachable: Fraction) -> bool:
    return start < reachable or (start == reachable and "from" in grade)


def _side_by_side(check: Check, keys: Keys, better: Spec, worse: Spec) -> Iterator[Fault]:
    above, below = _start(better), _start(worse)
    if above is None or below is None:
        return
    if below > above or (below == above and not better.get("needs")):
        yield check.document.fault(keys, f"{float(below):g}", "等次应从高到低写,起分不得相同或更高")
    end = _end(worse)
    if end is not None and end > above:
        expected = f"与“{better['grade']}”重叠:那一等从{float(above):g}分起"
        yield check.document.fault(keys, f"{float(end):g}", expected)
