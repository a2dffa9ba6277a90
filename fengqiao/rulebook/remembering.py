"""Writes down what a judgement has to remember of its edition."""

from collections.abc import Mapping
from datetime import date

from fengqiao.rulebook.about import About, AboutFact, AboutItem
from fengqiao.rulebook.compile import compile_edition
from fengqiao.rulebook.counting import kind_of
from fengqiao.rulebook.model import Edition, Fact
from fengqiao.rulebook.rows import table_of
from fengqiao.rulebook.tables import Source


def remember(edition: Edition, day: date, sources: Mapping[str | tuple[str, str], Source]) -> About:
    """What to remember of this edition on this day."""
    return About(
        standard=edition.pack,
        title=edition.title,
        edition=edition.id,
        digest=edition.digest,
        as_of=day,
        valid_from=edition.valid_from,
        valid_to=edition.valid_to,
        unit=edition.unit,
        sections=edition.sections,
        classes=edition.classification.classes,
        targets=edition.targets_for(day),
        items=_items(edition),
        facts=tuple(_fact(fact, edition) for fact in edition.facts.values()),
        ambiguities=edition.ambiguities,
        sources=dict(sources),
    )


def _items(edition: Edition) -> tuple[AboutItem, ...]:
    counted = compile_edition(edition).counted_items
    return tuple(
        AboutItem(
            id=item.id,
            title=item.title,
            section=item.section,
            unit=item.unit,
            clause=item.clause,
            facts=item.facts,
            is_counted=item.id in counted,
            may_not_apply=item.applies is not None,
            note=item.note,
        )
        for item in edition.items
    )


def _fact(fact: Fact, edition: Edition) -> AboutFact:
    kind = kind_of(fact, edition.facts)
    of_office = fact.how == "column"
    table = table_of(edition, fact.name)
    return AboutFact(fact.name, fact.label, fact.unit, kind, table, fact.spec if of_office else "")
