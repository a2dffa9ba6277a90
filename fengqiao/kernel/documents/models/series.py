from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet


class Series(models.Model):
    """The numbers of one sort (`name`) that an office has given in a year; `last` is the newest."""

    name = models.CharField(_("字号"), max_length=40)
    office = models.ForeignKey(
        Area, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField(_("年份"))
    last = models.PositiveIntegerField(_("最后一号"), default=0)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("编号")
        verbose_name_plural = _("编号")
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "name"], name="series_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"
