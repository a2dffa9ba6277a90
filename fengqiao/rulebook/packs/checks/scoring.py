"""Points as a whole: sums that add up, grades that can be reached, vetoes, quotas and money that name what is
there."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.building import choice, section_of
from fengqiao.rulebook.packs.checks.grades import grade_faults
from fengqiao.rulebook.packs.checks.items import Check, check_of
from fengqiao.rulebook.packs.checks.points import COUNTS, points_faults
from fengqiao.rulebook.packs.scoring import full_of
from fengqiao.rulebook.packs.yamlfile import Document, Keys

ALL_WEIGHTS = 100
Spec = Mapping[str, Any]


def scoring_faults(document: Document) -> Iterator[Fault]:
    """Everything that is wrong with the points of an edition."""
    data = document.data
    scored = [at for at, item in enumerate(data["items"]) if "points" in item]
    if "scoring" not in data:
        for at in scored:
            yield document.fault(
                ("items", at, "points"), None, "要计分,先在scoring里写明分值单位和满分"
            )
        return
    if not scored:
        yield document.fault(("scoring",), None, "没有一个条目有分值")
        return
    check, grain = check_of(document), Fraction(data["scoring"]["grain"])
    for at in scored:
        yield from points_faults(check, ("items", at, "points"), data["items"][at]["points"], grain)
    yield from _sums(document)
    yield from _vetoes(document)
    yield from grade_faults(check, data["scoring"], reachable(data))
    yield from _ranking(check, data["scoring"])
    yield from _money(check, data["scoring"])


def reachable(data: Spec) -> Fraction:
    """The highest score that anybody can have."""
    bonuses = [
        Fraction(item["points"]["full"])
        for item in data["items"]
        if item.get("points", {}).get("bonus")
    ]
    told = data["scoring"].get("bonus", {})
    most = max(bonuses, default=Fraction(0)) if told.get("takes") == "highest" else sum(bonuses)
    return Fraction(data["scoring"]["full"]) + min(Fraction(most), Fraction(told.get("most", most)))


def _sums(document: Document) -> Iterator[Fault]:
    """Items make up their section, sections make up the whole: told with the sum that was found."""
    data = document.data
    whole, weights, found = Fraction(data["scoring"]["full"]), Fraction(0), Fraction(0)
    weighted = [
        number for number, told in data["sections"].items() if _told(told, "weight") is not None
    ]
    for number, told in data["sections"].items():
        items = [
            item
            for item in data["items"]
            if section_of(choice(item["clause"]), data["sections"]) == number
        ]
        full, keys = full_of(items), ("sections", number)
        stated = _told(told, "full")
        if stated is not None and Fraction(stated) != full:
            expected = f"这一节写的是{float(stated):g}分,各条目合计{float(full):g}分"
            yield document.fault((*keys, "full"), stated, expected)
        if full and weighted and number not in weighted:
            yield document.fault(keys, None, "各节有的写了权重,这一节没有写")
        weights += Fraction(_told(told, "weight") or 0)
        found += full
    if weighted and weights != ALL_WEIGHTS:
        yield document.fault(("sections",), f"{float(weights):g}", f"各节权重之和应为{ALL_WEIGHTS}")
    if not weighted and found != whole:
        expected = f"满分写的是{float(whole):g}分,各条目合计{float(found):g}分"
        yield document.fault(("scoring", "full"), data["scoring"]["full"], expected)


def _told(section: Any, name: str) -> Any:
    return section.get(name) if isinstance(section, dict) else None


def _vetoes(document: Document) -> Iterator[Fault]:
    data = document.data
    scored = {item["id"] for item in data["items"] if "points" in item}
    grades = _grades(data["scoring"])
    for at, item in enumerate(data["items"]):
        veto, keys = item.get("veto", {}), ("items", at, "veto")
        if veto and not veto.keys() & {"zero", "grade", "effect"}:
            yield document.fault(keys, None, "应写明一票否决的后果:zero、grade或effect")
        if veto.get("zero", "score") not in {"score", "money", *scored}:
            expected = "应为score、money,或者有分值的条目编号"
            yield document.fault((*keys, "zero"), veto["zero"], expected)
        if "grade" in veto and veto["grade"] not in grades:
            yield document.fault(
                (*keys, "grade"), veto["grade"], f"应为{'、'.join(grades) or '无'}之一"
            )


def _grades(scoring: Spec) -> list[str]:
    named = [grade["grade"] for grade in scoring.get("grades", ())]
    return [*named, scoring["ungraded"]] if "ungraded" in scoring else named


def _ranking(check: Check, scoring: Spec) -> Iterator[Fault]:
    told, grades = scoring.get("ranking", {}), _grades(scoring)
    for at, name in enumerate(told.get("among", ())):
        yield from check.use(("scoring", "ranking", "among", at), name, ("string",))
    for at, quota in enumerate(told.get("quotas", ())):
        keys: Keys = ("scoring", "ranking", "quotas", at)
        if ("first" in quota) == ("percent" in quota):
            yield check.document.fault(keys, None, "应写first或percent中的一个")
        for name in ("grade", "beyond"):
            if quota[name] not in grades:
                yield check.document.fault(
                    (*keys, name), quota[name], f"应为{'、'.join(grades) or '无'}之一"
                )


def _money(check: Check, scoring: Spec) -> Iterator[Fault]:
    told, keys = scoring.get("money", {}), ("scoring", "money")
    if isinstance(told.get("per_point"), dict):
        yield from check.cases((*keys, "per_point"), told["per_point"], check.number)
    for at, row in enumerate(told.get("tariff", ())):
        here: Keys = (*keys, "tariff", at)
        yield from check.use((*here, "fact"), row["fact"], COUNTS)
        if "needs" in row:
            yield from check.rule((*here, "needs"), row["needs"], inside=True)
    for grade in told.get("by_grade", {}):
        if grade not in _grades(scoring):
            expected = f"应为{'、'.join(_grades(scoring)) or '无'}之一"
            yield check.document.fault((*keys, "by_grade", grade), grade, expected)
