"""The one judge: plain tables in, a judgement out, for one office or forty thousand."""

import polars as pl

from fengqiao.rulebook.about import about
from fengqiao.rulebook.compile import MEETS, compile_edition
from fengqiao.rulebook.explain import sentences
from fengqiao.rulebook.gathering import gather
from fengqiao.rulebook.judgement import FACT, Judgement
from fengqiao.rulebook.packs.model import Edition
from fengqiao.rulebook.tables import Tables


def judge(edition: Edition, tables: Tables) -> Judgement:
    """Every office of the tables judged by the edition, on the day of the tables."""
    offices, facts = gather(compile_edition(edition), tables)
    outputs = verdicts(edition, facts)
    whys = sentences(edition, pl.concat([facts, outputs], how="horizontal"))
    kept = facts.drop("code").rename(lambda name: FACT + name)
    frame = pl.concat(
        [offices, outputs.select(MEETS), kept, outputs.drop(MEETS), whys], how="horizontal"
    )
    return Judgement(about(edition, tables.on, tables.sources), frame)


def verdicts(edition: Edition, facts: pl.DataFrame) -> pl.DataFrame:
    """Verdict, actual, required and gap of every item, and `meets`, for each row of facts; no
    sentences."""
    return facts.select(compile_edition(edition).verdicts)
