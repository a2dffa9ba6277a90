"""The one judge: plain tables in, a judgement out, for one office or forty thousand."""

import polars as pl

from fengqiao.rulebook.columns import CODE, FACT, MEETS
from fengqiao.rulebook.compile import compile_edition
from fengqiao.rulebook.explain import sentences
from fengqiao.rulebook.gathering import gather
from fengqiao.rulebook.judgement import Judgement
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.remembering import remember
from fengqiao.rulebook.scored import scored
from fengqiao.rulebook.subjects import named, spread
from fengqiao.rulebook.tables import Tables
from fengqiao.rulebook.windows import dated


def judge(edition: Edition, tables: Tables) -> Judgement:
    """Every office of the tables, or every 对象 of them, judged by the edition on the day of the tables."""
    today = dated(edition, tables.on)
    offices, facts = gather(compile_edition(today), spread(edition, tables))
    outputs = verdicts(today, facts)
    points = scored(compile_edition(today), facts, outputs)
    if points is not None:
        outputs = outputs.with_columns(points.get_columns())
    whys = sentences(edition, facts.hstack(outputs))
    kept = [facts[name].alias(FACT + name) for name in facts.columns if name != CODE]
    frame = named(edition, offices).hstack([outputs[MEETS], *kept, *outputs.drop(MEETS), *whys])
    return Judgement(remember(edition, tables), frame)


def verdicts(edition: Edition, facts: pl.DataFrame) -> pl.DataFrame:
    """Verdict, actual, required and gap of every item, and `meets`, for each row of facts; no
    sentences."""
    compiled = compile_edition(edition)
    return facts.select(compiled.by_item).with_columns(compiled.on_top)
