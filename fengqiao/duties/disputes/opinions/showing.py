"""What may be seen of answers: how many of each, in groups of which none was under five."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q, TextChoices
from django.utils import timezone

from fengqiao.duties.disputes.models import Opinion
from fengqiao.duties.disputes.models.opinion import OpinionQuerySet
from fengqiao.duties.disputes.questions import SATISFIED, Charged, Fair, Overall
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import AreaName

QUESTIONS: dict[str, type[TextChoices]] = {"overall": Overall, "fair": Fair, "charged": Charged}
HUNDRED = 100


class Share(NamedTuple):
    words: str
    number: int
    percent: int


class Question(NamedTuple):
    words: str
    asked: int
    shares: list[Share]


class OfOffice(NamedTuple):
    name: str
    asked: int
    satisfied: int
    charged: int

    @property
    def percent(self) -> int:
        return round(HUNDRED * self.satisfied / self.asked)


def since(today: date) -> date:
    """The first of twelve months, of which this is the last."""
    months = today.year * 12 + today.month - 12
    return date(months // 12, months % 12 + 1, 1)


def added_up(rows: OpinionQuerySet) -> list[Question]:
    """Each question with its answers; none where nothing may be shown."""
    return list(_questions(rows)) if rows.exists() else []


def _questions(rows: OpinionQuerySet) -> Iterator[Question]:
    for column, choices in QUESTIONS.items():
        found = dict(rows.order_by().values_list(column).annotate(Count("pk")))
        asked = sum(found.values())
        shares = [
            Share(str(choice.label), number, round(HUNDRED * number / asked))
            for choice in choices
            for number in [found.get(choice.value, 0)]
        ]
        yield Question(str(Opinion._meta.get_field(column).verbose_name), asked, shares)  # type: ignore[union-attr]


def by_office(user: User, rows: OpinionQuerySet) -> list[OfOffice]:
    """In the order of their names; for the guidance of offices, never a rank of persons."""
    groups = (
        rows.order_by()
        .values_list("office")
        .annotate(
            Count("pk"),
            satisfied=Count("pk", filter=Q(overall__in=SATISFIED)),
            paid=Count("pk", filter=Q(charged=Charged.YES)),
        )
    )
    found = {office: tuple(numbers) for office, *numbers in groups}
    names = AreaName.objects.visible_to(user).on(timezone.localdate()).filter(area__in=found)
    named = names.order_by("name", "area").values_list("area", "name")
    return [OfOffice(name, *found[area]) for area, name in named]
