"""The monthly return for programs: the keys of its contract, rates as texts of one place."""

import json
from fractions import Fraction
from typing import Any

from fengqiao.lib.rounding import half_away
from fengqiao.oversight.reports.monthly.model import Comparison, Prevented, Return

NONE = "无"


def as_json(made: Return) -> str:
    return json.dumps(content(made), ensure_ascii=False, indent=1) + "\n"


def rate(value: Fraction | None) -> str:
    """`96.9`, or 无 where there is nothing to divide by."""
    return NONE if value is None else half_away(value, 1)


def content(made: Return) -> dict[str, Any]:
    """As formats have it: counts are integers."""
    return {
        "month": str(made.month),
        "area": made.place.code,
        "accepted": made.accepted,
        "by_source": {name: _part(made, of) for name, of in made.by_source.items()},
        "by_type": {name: _part(made, of) for name, of in made.by_type.items()},
        "succeeded": made.succeeded,
        "success_rate": rate(made.success_rate),
        "success_of_accepted": rate(made.success_of_accepted),
        "amount_wan": half_away(made.wan, 2),
        "year_on_year": _comparison(made.year_on_year),
        "month_on_month": _comparison(made.month_on_month),
        "prevented_crime": _prevented(made.prevented_crime),
        "prevented_group": _prevented(made.prevented_group),
    }


def _part(made: Return, of: int) -> dict[str, Any]:
    return {"of": of, "share": rate(made.share(of))}


def _comparison(one: Comparison) -> dict[str, Any]:
    """Four nulls where there is nothing to compare with."""
    percent = None if one.base is None else rate(one.percent)
    return {"diff": one.diff, "percent": percent, "base": one.base, "source": one.source}


def _prevented(one: Prevented) -> dict[str, int]:
    return {"cases": one.cases, "persons": one.persons}
