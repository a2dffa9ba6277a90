"""Random facts of many offices, as the judge sees them: one wide row each, some values not known."""

from typing import Any

import numpy as np
import polars as pl

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.columns import AGAINST, AMONG, CODE, OF
from fengqiao.rulebook.compile import fact_columns
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.words import CHOICES

SEED = 20210819
UNKNOWN = 0.03  # of all values
YES = 0.9
MOST = {"population": 200_000, "correction_persons": 60, "released_persons": 200}


def random_facts(edition: Edition, offices: int) -> pl.DataFrame:
    """The same frame for the same number of offices."""
    random = np.random.default_rng(SEED)
    types = fact_columns(edition)
    drawn = {name: _drawn(name, kind, offices, random) for name, kind in types.items()}
    for name in types:
        if name.endswith(AMONG):
            _make_consistent(name.removesuffix(AMONG), drawn, random)
    columns = [
        pl.Series(name, values, dtype=TYPES[types[name]], strict=False).set(
            pl.Series(random.random(offices) < _unknown(name)), None
        )
        for name, values in drawn.items()
    ]
    codes = pl.Series(CODE, [f"{at:09}" for at in range(offices)])
    return pl.DataFrame([codes, *columns])


def _unknown(name: str) -> float:
    """Shares lose their parts together or not at all; the class is there for nearly all."""
    return 0.0 if name.endswith((OF, AMONG, AGAINST)) or name == "kind" else UNKNOWN


def _drawn(name: str, kind: str, offices: int, random: np.random.Generator) -> Any:
    if kind == "boolean":
        return random.random(offices) < YES
    if kind == "string":
        return random.choice(CHOICES["offices", name], offices)
    if kind == "float64":
        top = 110.0 if name == "satisfaction" else 500.0
        return np.round(random.random(offices) * top, 1)
    return random.integers(0, MOST.get(name, 14), offices)


def _make_consistent(share: str, drawn: dict[str, Any], random: np.random.Generator) -> None:
    """Of so many, some surely have it, some surely not, of the rest it is not known."""
    among = drawn[share + AMONG] % 4
    drawn[share + AMONG] = among
    drawn[share + OF] = of = np.minimum(among, drawn[share + OF])
    rest = among - of
    drawn[share + AGAINST] = np.where(random.random(len(among)) < YES, rest, 0)
