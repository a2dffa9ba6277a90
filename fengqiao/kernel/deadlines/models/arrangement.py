from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet


class State(models.TextChoices):
    ENTERED = "entered", _("待复核")
    CONFIRMED = "confirmed", _("已复核")
    DISCARDED = "discarded", _("已作废")


class ArrangementQuerySet(ScopedQuerySet["Arrangement"]):
    def confirmed(self) -> Self:
        """In the order in which they came into force: a later one of a year replaces an earlier."""
        return self.filter(state=State.CONFIRMED).order_by("confirmed_at", "pk")


class Arrangement(models.Model):
    """Which days of a year are off and which weekends are worked, as a notice says; entered by one
    person, in force once another has confirmed it."""

    year = models.PositiveSmallIntegerField(_("年份"))
    number = models.CharField(_("文号"), max_length=60)
    issued_on = models.DateField(_("发文日期"))
    text = models.TextField(_("通知正文"))
    off = models.JSONField(_("放假"), default=list, encoder=DjangoJSONEncoder)
    worked = models.JSONField(_("上班的周末"), default=list, encoder=DjangoJSONEncoder)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.ENTERED)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("录入人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    entered_at = models.DateTimeField(_("录入时间"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("复核人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("复核时间"), null=True, blank=True)

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        verbose_name = _("放假安排")
        verbose_name_plural = _("放假安排")
        ordering = ["-year", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="arrangement_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="arrangement_confirmed_by_another",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("entered_by")),
            ),
            models.CheckConstraint(
                name="arrangement_confirmed_has_time",
                condition=~Q(state=State.CONFIRMED)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return _("%(year)s年放假安排") % {"year": self.year}

    def get_absolute_url(self) -> str:
        return reverse("deadlines:arrangement", args=[self.pk])
