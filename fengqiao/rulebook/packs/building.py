"""Builds the values of `model` from files whose form and sense were checked."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from fengqiao.rulebook.conditions import mentioned
from fengqiao.rulebook.kinds import uses_of
from fengqiao.rulebook.kinds.base import cells
from fengqiao.rulebook.model import (
    Ambiguity,
    Choice,
    Classification,
    Edition,
    Fact,
    Factor,
    Item,
    Pack,
    Step,
    Targets,
)
from fengqiao.rulebook.packs.scoring import scoring

PARTS_OF_A_FACT = ("label", "unit", "when_unknown", "when_unsure")


def pack(head: Mapping[str, Any], editions: list[Edition], path: Path) -> Pack:
    """The pack with its editions in the order of their first days."""
    document = head["document"]
    return Pack(
        id=head["id"],
        title=head["title"],
        document=document["title"],
        issuer=document["issuer"],
        issued_on=day(document["issued_on"]),
        place=document["place"],
        unit=head["unit"],
        note=head.get("note", ""),
        editions=sorted(editions, key=lambda edition: edition.valid_from),
        path=path,
    )


def edition(
    head: Mapping[str, Any], part: Mapping[str, Any], data: Mapping[str, Any], digest: str
) -> Edition:
    """One edition; `part` is its line in `pack.yaml`, `data` its own file."""
    facts = {name: fact(name, spec) for name, spec in data["facts"].items()}
    items = tuple(item(spec, data) for spec in data["items"])
    return Edition(
        pack=head["id"],
        id=part["id"],
        title=head["title"],
        unit=head["unit"],
        valid_from=day(part["from"]),
        valid_to=day(part["to"]) if part.get("to") else None,
        digest=digest,
        facts=facts,
        items=items,
        sections={number: title_of(told) for number, told in data["sections"].items()},
        classification=classification(data.get("classification"), facts),
        targets=targets(data.get("targets", [])),
        ambiguities=tuple(Ambiguity(**spec) for spec in data.get("ambiguities", ())),
        ground=_ground(head["document"]),
        clauses=data.get("clauses", {}),
        scoring=scoring(data, {one.id: one.section for one in items}),
    )


def title_of(section: Any) -> str:
    """The title of a section, which may also say what it counts for."""
    return str(section["title"] if isinstance(section, dict) else section)


def _ground(document: Mapping[str, Any]) -> str:
    issued = day(document["issued_on"])
    on = f"{issued.year}年{issued.month}月{issued.day}日"
    return f"《{document['title']}》({document['issuer']}{on}印发)"


def fact(name: str, spec: Mapping[str, Any]) -> Fact:
    """A fact; without words of its own for the unknown, plain ones are made."""
    how = function_of(spec)
    label = spec["label"]
    return Fact(
        name=name,
        label=label,
        unit=spec.get("unit", ""),
        how=how,
        spec=spec[how],
        when_unknown=spec.get("when_unknown", f"{label}不明"),
        when_unsure=spec.get("when_unsure", f"{label}部分情况不明"),
    )


def function_of(spec: Mapping[str, Any]) -> str:
    """The one key of a fact that says how it is counted."""
    return next(key for key in spec if key not in PARTS_OF_A_FACT)


def item(spec: Mapping[str, Any], data: Mapping[str, Any]) -> Item:
    """An item with its wording looked up and its facts listed."""
    wording = spec["wording"]
    kind, told = next(iter(spec["rule"].items()))
    clause = choice(spec["clause"])
    return Item(
        id=spec["id"],
        title=spec["title"],
        section=section_of(clause, data["sections"]),
        clause=clause,
        applies=spec.get("applies"),
        kind=kind,
        spec=told,
        unit=spec.get("unit", ""),
        wording=data["wordings"][wording] if isinstance(wording, str) else wording,
        note=spec.get("note", ""),
        facts=_facts_of(spec),
        points=spec.get("points"),
        veto=spec.get("veto"),
    )


def _facts_of(spec: Mapping[str, Any]) -> tuple[str, ...]:
    """The facts of the rule first, then those that say whether it applies."""
    used = [use.fact for use in uses_of(spec["rule"])]
    applying = [name for _, name, _ in mentioned(spec.get("applies", {}))]
    return tuple(dict.fromkeys(used + applying))


def choice(value: Any) -> Any:
    """A plain value, or the table by facts."""
    if not isinstance(value, dict):
        return value
    by = tuple(value["by"])
    return Choice(by, tuple(cells(value["cases"], len(by))), value.get("unknown"))


def section_of(clause: str | Choice, sections: Mapping[str, str]) -> str:
    """The section whose number begins the clause; empty where there is none."""
    number = clause if isinstance(clause, str) else str(clause.cells[0][1])
    fitting = [key for key in sections if number == key or number.startswith(f"{key}.")]
    return max(fitting, key=len, default="")


def classification(spec: Mapping[str, Any] | None, facts: Mapping[str, Fact]) -> Classification:
    """Steps ascending, cuts descending, whatever the order in the file; without a spec no classes."""
    if spec is None:
        return Classification("", (), is_setting=False, note="", factors=(), cuts=())
    return Classification(
        fact=spec["fact"],
        classes=tuple(spec["classes"]),
        is_setting=spec["is_setting"],
        note=spec["note"],
        factors=tuple(_factor(one, facts) for one in spec["factors"]),
        cuts=tuple(
            sorted(((Fraction(cut["from"]), cut["class"]) for cut in spec["cuts"]), reverse=True)
        ),
    )


def _factor(spec: Mapping[str, Any], facts: Mapping[str, Fact]) -> Factor:
    steps = sorted((Fraction(step["from"]), step["points"]) for step in spec["steps"])
    return Factor(
        fact=spec["fact"],
        label=facts[spec["fact"]].label,
        weight=spec["weight"],
        steps=tuple(Step(start, points) for start, points in steps),
    )


def targets(spec: list[Mapping[str, Any]]) -> Targets:
    """Percentages as exact fractions."""
    return Targets(
        tuple(
            sorted(
                (
                    (
                        one["year"],
                        {name: Fraction(percent) / 100 for name, percent in one["percent"].items()},
                    )
                    for one in spec
                ),
                key=lambda pair: pair[0],
            )
        )
    )


def day(value: Any) -> date:
    """A day that was typed with or without quotes."""
    return value if isinstance(value, date) else date.fromisoformat(value)
