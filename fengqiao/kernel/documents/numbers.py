"""Numbers without gaps and without doubles, one series for each sort, office and year.

A number is taken in the transaction of the act that needs it: an act that fails gives it back, and
two acts at once wait for one another on the row of their series.
"""

from typing import Any

from django.db import connection, transaction
from django.db.models import F

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.documents.models import Series

DIGITS = 5


def take(name: str, office: Area, year: int) -> int:
    """The next number of the series, which begins with 1.

    Outside a transaction it is an error: the number could be taken without its act.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(f"a number of {name} without its act")
    series: dict[str, Any] = {"name": name, "office": office, "year": year}
    rows = Series.objects.filter(**series)
    if not rows.update(last=F("last") + 1):  # locks the row to the end of the act
        Series.objects.get_or_create(**series)
        rows.update(last=F("last") + 1)
    return rows.values_list("last", flat=True).get()


def written(year: int, word: str, number: int) -> str:
    """As it stands on a paper: (2026)海陵人调字第00012号."""
    return f"({year}){word}字第{number:0{DIGITS}}号"
