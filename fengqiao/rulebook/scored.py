"""Runs the scoring of a compiled edition over facts and verdicts."""

import polars as pl

from fengqiao.rulebook.columns import FULL, GRADE, MEETS, MONEY, POINTS, RANK, SCORE, VETO
from fengqiao.rulebook.compile import Compiled
from fengqiao.rulebook.scoring.ranking import ranked

KEPT = (POINTS, FULL, VETO)
WHOLE = (SCORE, GRADE, RANK, MONEY)


def scored(compiled: Compiled, facts: pl.DataFrame, outputs: pl.DataFrame) -> pl.DataFrame | None:
    """The columns of scoring, row for row; None for a pack without points."""
    scoring = compiled.edition.scoring
    if scoring is None:
        return None
    frame = facts.hstack(outputs)
    for stage in compiled.before_ranking:
        frame = frame.with_columns(stage)
    if scoring.ranking is not None:
        frame = ranked(frame, scoring.ranking)
    for stage in compiled.after_ranking:
        frame = frame.with_columns(stage)
    wholes = (*WHOLE, MEETS)
    names = [name for name in frame.columns if name in wholes or name.rpartition(":")[2] in KEPT]
    return frame.select(names)
