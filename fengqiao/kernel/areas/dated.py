"""Rows that hold from a day to a day, so that any past day can be asked for.

Validity is half-open, [begins_on, ends_on): a row holds on its first day and no longer on its
last. Null means open: "since ever", "until further notice". A row that was corrected on the very
day it began keeps an empty validity (begins_on = ends_on): it never held, but it stays.
"""

from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet

D = TypeVar("D", bound="DatedModel")

NOT_OVER = Q(ends_on=None) | Q(ends_on__gt=F("begins_on"))


class DatedQuerySet(ScopedQuerySet[D]):
    def on(self, day: date) -> Self:
        """The rows that hold on the day."""
        return self._begun(day).filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def on_or_after(self, day: date) -> Self:
        """The rows that hold on the day or begin later; corrected ones are left out."""
        return self.uncorrected().filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def uncorrected(self) -> Self:
        """All rows that held on some day: a history without same-day corrections."""
        return self.filter(Q(begins_on=None) | NOT_OVER)

    def _begun(self, day: date) -> Self:
        return self.filter(Q(begins_on=None) | Q(begins_on__lte=day))


class DatedModel(models.Model):
    """`KEY` names the columns that say what the row is about, `VALUES` those that change from a
    day.

    For one key at most one row holds on a day; `from_day` is the one act that keeps it so.
    """

    KEY: ClassVar[tuple[str, ...]] = ()
    VALUES: ClassVar[tuple[str, ...]] = ()

    begins_on = models.DateField(_("开始日期"), null=True, blank=True)
    ends_on = models.DateField(_("结束日期"), null=True, blank=True)

    objects: ClassVar[models.Manager[Any]] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def key(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.KEY)

    @property
    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.VALUES}

    def holds_on(self, day: date) -> bool:
        begun = self.begins_on is None or self.begins_on <= day
        return begun and (self.ends_on is None or self.ends_on > day)


def dated_constraints(name: str, *key: str) -> list[models.BaseConstraint]:
    """What the database itself can hold: no end before the begin, and per key one row that is open
    to the past, one that is open to the future, one that begins on a day."""
    return [
        models.CheckConstraint(
            name=f"{name}_ends_after_begin",
            condition=Q(begins_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
        ),
        models.UniqueConstraint(
            name=f"{name}_begins_once", fields=[*key, "begins_on"], condition=NOT_OVER
        ),
        models.UniqueConstraint(name=f"{name}_open_once", fields=[*key], condition=Q(ends_on=None)),
        models.UniqueConstraint(
            name=f"{name}_first_once", fields=[*key], condition=Q(begins_on=None)
        ),
    ]
