"""Classification and targets: classes that exist, weights that add up, no year twice."""

from collections.abc import Iterator

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.functions import kind_of
from fengqiao.rulebook.packs.checks.facts import NUMBERS, built_facts
from fengqiao.rulebook.packs.yamlfile import Document

ALL_WEIGHTS = 100


def whole_faults(document: Document) -> Iterator[Fault]:
    """What is wrong with the parts that look at all offices together."""
    if "classification" in document.data:
        yield from _factors(document)
        yield from _cuts(document)
    yield from _targets(document)


def _factors(document: Document) -> Iterator[Fault]:
    spec, facts = document.data["classification"], built_facts(document)
    if spec["fact"] not in facts:
        yield document.fault(("classification", "fact"), spec["fact"], "没有这个事实")
    for at, factor in enumerate(spec["factors"]):
        keys = ("classification", "factors", at, "fact")
        if factor["fact"] not in facts:
            yield document.fault(keys, factor["fact"], "没有这个事实")
        elif kind_of(facts[factor["fact"]], facts) not in NUMBERS:
            yield document.fault(keys, factor["fact"], "分类因素应为数")
    total = sum(factor["weight"] for factor in spec["factors"])
    if total != ALL_WEIGHTS:
        yield document.fault(
            ("classification", "factors"), total, f"各因素权重之和应为{ALL_WEIGHTS}"
        )


def _cuts(document: Document) -> Iterator[Fault]:
    spec = document.data["classification"]
    for at, cut in enumerate(spec["cuts"]):
        if cut["class"] not in spec["classes"]:
            keys = ("classification", "cuts", at, "class")
            yield document.fault(keys, cut["class"], f"应为{'、'.join(spec['classes'])}之一")
    if min(cut["from"] for cut in spec["cuts"]) > 0:
        yield document.fault(("classification", "cuts"), None, "最低一档应从0分起")


def _targets(document: Document) -> Iterator[Fault]:
    classes = document.data.get("classification", {}).get("classes", [])
    seen: set[int] = set()
    for at, target in enumerate(document.data.get("targets", ())):
        if target["year"] in seen:
            yield document.fault(("targets", at, "year"), target["year"], "同一年只能写一行")
        seen.add(target["year"])
        for name in classes:
            if name not in target["percent"]:
                yield document.fault(("targets", at, "percent"), None, f"缺少{name}的目标")
        for name in target["percent"]:
            if name not in classes:
                keys = ("targets", at, "percent", name)
                yield document.fault(keys, name, f"应为{'、'.join(classes)}之一")
