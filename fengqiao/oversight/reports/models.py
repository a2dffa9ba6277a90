"""What was reported of a time from before the system."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet


class ReportedFigureQuerySet(ScopedQuerySet["ReportedFigure"]):
    def of(self, indicator: str, division: str, month: Any) -> Self:
        """All that was ever reported of it, the last first: that one counts."""
        rows = self.filter(indicator=indicator, division=division, month=month)
        return rows.select_related("by").order_by("-pk")


class ReportedFigure(models.Model):
    """A month's number of a city, district or town. A row never changes: a correction is another row."""

    indicator = models.CharField(_("指标"), max_length=100)
    division = models.CharField(_("区划代码"), max_length=9)  # 6 or 9 digits
    area = models.ForeignKey(
        Area,
        verbose_name=_("区域"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: only the codes of offices know it
    month = models.DateField(_("月份"))  # its first day
    value = models.PositiveIntegerField(_("上报数"))
    at = models.DateTimeField(_("填报时间"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("填报人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the command line

    objects = ReportedFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("上报数")
        verbose_name_plural = _("上报数")
        constraints = [
            models.CheckConstraint(
                name="reported_month_by_its_first_day", condition=Q(month__day=1)
            )
        ]
        indexes = [models.Index(fields=["division", "month", "indicator"], name="reported_figure")]

    def __str__(self) -> str:
        return f"{self.division} {self.month:%Y-%m} {self.value}"
