from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.files.models import StoredFile
from fengqiao.registers.organisations.enums import Shows


class PhotoQuerySet(ScopedQuerySet[Any]):
    def on(self, day: date) -> Self:
        """Those that stood for the office on the day."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), taken_on__lte=day)


class Photo(models.Model):
    """What the premises looked like on a day (3.2.a, 3.2.b). One that no longer holds is ended, and
    another one taken; nothing is deleted."""

    office = models.ForeignKey(Area, verbose_name=_("司法所"), on_delete=models.PROTECT)
    shows = models.CharField(_("拍的是"), max_length=10, choices=Shows)
    taken_on = models.DateField(_("拍摄日期"))
    remark = models.CharField(_("说明"), max_length=200, blank=True)
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("登记人"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )  # null: the command line
    recorded_at = models.DateTimeField(_("登记时间"), default=timezone.now)
    ended_on = models.DateField(_("停用日期"), null=True, blank=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("用房照片")
        verbose_name_plural = _("用房照片")
        constraints = [
            models.CheckConstraint(name="photo_shows", condition=Q(shows__in=Shows.values)),
            models.CheckConstraint(
                name="photo_ends_after_taken",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("taken_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.get_shows_display()}"
