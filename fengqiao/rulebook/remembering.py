"""Writes down what a judgement has to remember of its edition."""

from datetime import date

import polars as pl

from fengqiao.rulebook.about import About, AboutFact, AboutItem, AboutScoring
from fengqiao.rulebook.compile import compile_edition
from fengqiao.rulebook.functions import kind_of, table_of
from fengqiao.rulebook.gathering import completed
from fengqiao.rulebook.marks import Scoring
from fengqiao.rulebook.model import Edition, Fact
from fengqiao.rulebook.tables import Tables
from fengqiao.rulebook.windows import dated


def remember(edition: Edition, tables: Tables) -> About:
    """What to remember of this edition, and of the tables that it judged."""
    return About(
        standard=edition.pack,
        title=edition.title,
        edition=edition.id,
        digest=edition.digest,
        as_of=tables.on,
        valid_from=edition.valid_from,
        valid_to=edition.valid_to,
        unit=edition.unit,
        sections=edition.sections,
        classes=edition.classification.classes,
        targets=edition.targets_for(tables.on),
        items=_items(edition, tables.on),
        facts=tuple(_fact(fact, edition) for fact in edition.facts.values()),
        ambiguities=edition.ambiguities,
        sources=dict(tables.sources),
        ground=edition.ground,
        clauses=edition.clauses,
        districts=_districts(tables),
        scoring=_scoring(edition.scoring),
    )


def _scoring(told: Scoring | None) -> AboutScoring | None:
    if told is None:
        return None
    return AboutScoring(
        grains=told.grains,
        full=told.full,
        has_grades=bool(told.bands),
        is_ranked=told.ranking is not None,
        has_money=told.money is not None,
    )


def _districts(tables: Tables) -> tuple[str, ...]:
    """The names of the districts by the least division code of their offices; unknown codes last."""
    rows = completed(tables.offices, "offices").group_by("district").agg(pl.col("division").min())
    return tuple(rows.sort("division", "district", nulls_last=True)["district"])


def _items(edition: Edition, on: date) -> tuple[AboutItem, ...]:
    compiled = compile_edition(dated(edition, on))
    return tuple(
        AboutItem(
            id=item.id,
            title=item.title,
            section=item.section,
            unit=item.unit,
            clause=item.clause,
            facts=item.facts,
            is_counted=item.id in compiled.counted_items,
            may_not_apply=item.id in compiled.conditional_items,
            note=item.note,
            is_scored=item.points is not None,
            has_veto=item.veto is not None,
        )
        for item in edition.items
    )


def _fact(fact: Fact, edition: Edition) -> AboutFact:
    kind = kind_of(fact, edition.facts)
    of_office = fact.how == "column"
    table = table_of(fact.name, edition.facts)
    return AboutFact(fact.name, fact.label, fact.unit, kind, table, fact.spec if of_office else "")
