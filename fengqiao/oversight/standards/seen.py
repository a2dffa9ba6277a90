"""Of which offices a page speaks, and under what name: those of a judgement that its reader may see.

Every count of a page is over these. A target is a district's, so what is short of it is said of the
whole district and under its name, also to who sees one office of it only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.held import holdings
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.tree import way_to
from fengqiao.oversight.standards.models import JudgedOffice, Judgement, Tally
from fengqiao.oversight.standards.permissions import SEE
from fengqiao.oversight.standards.tallies import (
    ALL,
    Goals,
    Judged,
    added,
    counted,
    goals,
    in_order,
    totals,
)
from fengqiao.rulebook.reports.summary import Totals

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

    Reader = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Seen:
    """`places` are the districts that the offices lie in; `whole`: all offices of each are among them."""

    name: str  # 本所, 海陵区, 全市
    offices: QuerySet[JudgedOffice]
    whole: bool
    places: Sequence[int]
    districts: list[str]  # their names; left out where all of the judgement is seen
    tallies: list[Tally]  # of the offices, by class
    goals: Goals  # of the whole districts
    only: JudgedOffice | None = None  # the office, where it is one of several in its district

    @property
    def totals(self) -> Totals:
        """How many of the offices meet the standard."""
        return totals(self.tallies)

    @property
    def within(self) -> dict[str, Any]:
        """Which tallies are of these districts."""
        return {"district__in": self.districts} if self.districts else {}

    @property
    def goals_of(self) -> str:
        """Whose targets these are."""
        return self.name if self.whole else "、".join(self.districts)


def newest_for(user: User) -> Judgement | None:
    """The newest judgement that stands and covers all of the reader's area, so that one district's
    is not taken for the city's; where none does, the newest that he sees.
    """
    rows = Judgement.objects.visible_to(user).current().select_related("area")
    paths = [held.place(far) or "" for held, far in holdings(user, SEE)]
    widest = min(paths, key=len, default="")
    return rows.filter(area__path__in=way_to(widest)).first() or rows.first()


def offices_seen(user: "Reader", kept: Judgement) -> QuerySet[JudgedOffice]:
    """The offices of the judgement that the user may see: all, like its report, where his right
    reaches its area; else those of his own area.
    """
    rows = JudgedOffice.objects.filter(judgement=kept)
    return rows if _reaches(user, kept) else rows.visible_to(user)


def districts_seen(user: "Reader", kept: Judgement, most: int) -> list[str]:
    """The names of the districts of these offices, at most so many."""
    if _reaches(user, kept):
        tallies = kept.tallies.exclude(place=ALL).order_by("place")
        return [name for name, _place in tallies.values_list("district", "place").distinct()[:most]]
    names = offices_seen(user, kept).order_by().values_list("district", flat=True).distinct()
    return in_order(kept.about, names)[:most]


def seen_by(user: "Reader", kept: Judgement, district: str | None = None) -> Seen:
    """What the user sees of the judgement, or of one district in it."""
    offices = offices_seen(user, kept)
    if district is None:
        return (_seen_whole if _reaches(user, kept) else _seen_in_part)(kept, offices)
    offices = offices.filter(district=district)
    if _reaches(user, kept):
        return _seen_of_district(kept, offices, district)
    return _seen_in_part(kept, offices)


def _reaches(user: "Reader", kept: Judgement) -> bool:
    return isinstance(user, User) and user.administers(cast("Any", kept.area), SEE)


def _seen_whole(kept: Judgement, offices: QuerySet[JudgedOffice]) -> Seen:
    tallies = list(kept.tallies.filter(place=ALL))
    last = kept.tallies.order_by("-place").values_list("place", "district").first()
    place, name = last or (0, "")
    if place != 1:
        name = _whole_name(kept)
    return Seen(name, offices, True, range(1, place + 1), [], tallies, goals(tallies))


def _seen_of_district(kept: Judgement, offices: QuerySet[JudgedOffice], district: str) -> Seen:
    own = list(kept.tallies.filter(district=district).exclude(place=ALL))
    places = sorted({tally.place for tally in own})
    return Seen(district, offices, True, places, [district], own, goals(own))


def _seen_in_part(kept: Judgement, offices: QuerySet[JudgedOffice]) -> Seen:
    """Counts what is seen beside what there is: the districts of his area are few."""
    mine = dict(offices.order_by().values_list("district").annotate(Count("pk")))
    theirs = list(kept.tallies.filter(district__in=mine).exclude(place=ALL))
    every = {name: sum(one.offices for one in theirs if one.district == name) for name in mine}
    whole = every == mine
    return Seen(
        name=_name(kept, mine, whole=whole),
        offices=offices,
        whole=whole,
        places=sorted({one.place for one in theirs}),
        districts=in_order(kept.about, mine),
        tallies=added(theirs) if whole else _counted(kept, offices),
        goals=goals(theirs),
        only=None if whole or sum(mine.values()) != 1 else offices.first(),
    )


def _counted(kept: Judgement, offices: QuerySet[JudgedOffice]) -> list[Tally]:
    alike = offices.order_by().values_list("size", "meets", "verdicts").annotate(Count("pk"))
    return counted((Judged(*row) for row in alike), kept.about["classes"])


def _name(kept: Judgement, mine: dict[str, int], *, whole: bool) -> str:
    count = sum(mine.values())
    if not whole:
        return _("本所") if count == 1 else _("所辖")
    if len(mine) == 1:
        return next(iter(mine))
    if count == totals(kept.tallies.filter(place=ALL)).offices:
        return _whole_name(kept)
    return "、".join(in_order(kept.about, mine))


def _whole_name(kept: Judgement) -> str:
    return _("全市") if kept.city else _("全部")
