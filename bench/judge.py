"""How fast the judge is, beside a hand-written NumPy pass over the same facts in the same
process.
"""

import argparse
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import polars as pl

from bench.facts import random_facts
from bench.numpy_pass import MET, UNMET, Judged, Known, bare_pass, full_pass, loaded
from bench.timing import medians
from fengqiao.rulebook.columns import ACTUAL, GAP, MEETS, REQUIRED, VERDICT, column
from fengqiao.rulebook.judge import judge, verdicts
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.tables import Tables

STANDARD, DAY = "taizhou-2021", date(2021, 12, 31)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many offices to judge."""
    parser.add_argument("--offices", type=int, default=40_000, help="司法所的数量")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Seconds, each the median of several runs that take turns; refuses to time unlike outputs."""
    edition = load(STANDARD).edition_on(DAY)
    facts = random_facts(edition, args.offices)
    arrays = loaded(facts)
    compare(edition, verdicts(edition, facts), full_pass(arrays))
    tables = Tables(
        on=DAY, offices=one_office(), staff=staff(), rooms=rooms(), equipment=machines()
    )
    # Warm means after another office, not after forty thousand: alone, not in turns, and before.
    warm = medians({"one_office_s": lambda: judge(edition, tables).offices})
    kept = judge(edition, many_offices(args.offices))
    with TemporaryDirectory() as folder:
        times = medians(
            {
                "judge_s": lambda: verdicts(edition, facts),
                "numpy_s": lambda: full_pass(arrays),
                "verdicts_only_s": lambda: bare_pass(arrays),
                "stored_s": lambda: kept.to_parquet(Path(folder) / "judgement.parquet"),
            }
        )
    return warm | times | {"rules": len(edition.items), "offices": args.offices}


def compare(edition: Edition, ours: pl.DataFrame, theirs: dict[str, Judged]) -> None:
    """Both passes must say the same of every office; AssertionError names the first column."""
    same(MEETS, ours[MEETS], words(theirs[MEETS].verdict))
    for item in edition.items:
        judged = theirs[item.id]
        same(item.id, ours[column(item.id, VERDICT)], words(judged.verdict), judged.applies)
        for name in (ACTUAL, REQUIRED, GAP):
            part: Known | None = getattr(judged, name)
            if part is not None:
                values = pl.Series(part.value, dtype=pl.Float64).set(~pl.Series(part.known), None)
                own = ours[column(item.id, name)].cast(pl.Float64)
                same(f"{item.id} {name}", own, values, judged.applies)


def words(verdict: Any) -> pl.Series:
    values = pl.Series(verdict == MET)
    return values.set(pl.Series((verdict != MET) & (verdict != UNMET)), None)


def same(name: str, ours: pl.Series, theirs: pl.Series, applies: Any = None) -> None:
    """Equal wherever the item applies; elsewhere nobody reads it."""
    if applies is not None:
        ours, theirs = ours.filter(pl.Series(applies)), theirs.filter(pl.Series(applies))
    if not ours.equals(theirs, check_names=False):
        raise AssertionError(f"the NumPy pass judges otherwise: {name}")


def one_office() -> pl.DataFrame:
    return pl.DataFrame({"code": ["1"], "name": ["所"], "district": ["区"], "kind": ["乡镇"]})


def staff() -> pl.DataFrame:
    categories = ["政法专项编制"] * 4 + ["专职社工"] * 4 + ["专职调解员"] * 4
    return pl.DataFrame({"office": "1", "category": categories, "trained": True})


def rooms() -> pl.DataFrame:
    return pl.DataFrame({"office": ["1", "1"], "room": ["依法治理室", "法治宣传室"]})


def machines() -> pl.DataFrame:
    return pl.DataFrame({"office": ["1"], "kind": ["交通工具"], "quantity": [2]})


def many_offices(number: int) -> Tables:
    """Offices with premises only: what is kept has as many columns whatever is known."""
    random = np.random.default_rng(1)
    offices = pl.DataFrame({"code": [f"{at:09}" for at in range(number)]}).with_columns(
        name=pl.lit("所"),
        district=pl.lit("区"),
        kind=pl.lit("乡镇"),
        size=pl.Series(random.choice(["大型", "中型", "小型"], number)),
        floor_area=pl.Series(random.integers(100, 500, number)).cast(pl.Float64),
    )
    return Tables(on=DAY, offices=offices)
