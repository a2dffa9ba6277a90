"""Of which offices a page speaks, and under what name: those of a judgement that its reader may see.

Every count of a page is over these. A target is a district's, so what is short of it is said of the
whole district and under its name, also to who sees one office of it only.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.db.models import Count
from django.utils.translation import gettext as _

from fengqiao.oversight.standards.keeping import district_results
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.rulebook.reports import summary
from fengqiao.rulebook.reports.summary import Goals, Totals
from fengqiao.rulebook.results import DistrictResult

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser


class Office(Protocol):
    """An office as it was judged, a row or opened."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def district(self) -> str: ...

    @property
    def meets(self) -> bool | None: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """`districts` are those that the offices lie in; `whole`: all offices of each are among them."""

    name: str  # 本所, 海陵区, 全市
    offices: Sequence[Office]
    whole: bool
    districts: list[str]
    rates: list[DistrictResult]  # of the whole districts

    @property
    def totals(self) -> Totals:
        """How many of the offices meet the standard."""
        return summary.totals(self.offices)

    @property
    def only(self) -> Office | None:
        """The office, where it is one of several in its district."""
        return self.offices[0] if len(self.offices) == 1 and not self.whole else None

    @property
    def goals(self) -> Goals:
        """The targets of the whole districts."""
        return summary.goals(self.rates)

    @property
    def goals_of(self) -> str:
        """Whose targets these are."""
        return self.name if self.whole else "、".join(self.districts)


def seen_by(user: "AbstractBaseUser | AnonymousUser", kept: Judgement) -> Seen:
    """What the user sees of the judgement, without the items."""
    rows = JudgedOffice.objects.visible_to(user).filter(judgement=kept)
    return seen_of(kept, list(rows.only("code", "name", "district", "meets")))


def seen_of(kept: Judgement, offices: Sequence[Office]) -> Seen:
    """These offices of the judgement."""
    mine = Counter(office.district for office in offices)
    every = _every(kept)
    whole = all(every[name] == count for name, count in mine.items())
    return Seen(
        name=_name(kept, mine, whole=whole, all_of_it=mine == every),
        offices=offices,
        whole=whole,
        districts=sorted(mine),
        rates=[row for row in district_results(kept) if row.district in mine],
    )


def _every(kept: Judgement) -> Counter[str]:
    """How many offices of each district were judged, whoever asks."""
    rows = kept.offices.order_by().values_list("district").annotate(Count("pk"))
    return Counter(dict(rows))


def _name(kept: Judgement, mine: Counter[str], *, whole: bool, all_of_it: bool) -> str:
    if not whole:
        return _("本所") if mine.total() == 1 else _("所辖")
    if len(mine) == 1:
        return next(iter(mine))
    if all_of_it:
        return _("全市") if kept.city else _("全部")
    return "、".join(sorted(mine))
