"""A record that is not to be destroyed for now, whatever its period says (冻结)."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet


class HoldQuerySet(ScopedQuerySet["Hold"]):
    def on(self, day: date) -> Self:
        """Those that stand on the day: not lifted, and not run out."""
        return self.filter(Q(until=None) | Q(until__gte=day), lifted_on=None)

    def about(self, kind: str, subject_id: int) -> Self:
        return self.filter(kind=kind, subject_id=subject_id)


class Hold(models.Model):
    """`until` is its last day; without one it stands until somebody lifts it."""

    kind = models.CharField(_("种类"), max_length=40)
    subject_id = models.PositiveBigIntegerField(_("编号"))
    area = models.ForeignKey(
        Area, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(_("理由"), max_length=200)
    since = models.DateField(_("起始日"))
    until = models.DateField(_("截止日"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("办理人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    lifted_on = models.DateField(_("解除日"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("解除人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    lifted_reason = models.CharField(_("解除理由"), max_length=200, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("暂缓销毁")
        verbose_name_plural = _("暂缓销毁")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "subject_id"], name="hold_subject")]
        constraints = [
            models.CheckConstraint(
                name="hold_ends_after_it_began", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
            models.CheckConstraint(
                name="hold_lifted_with_reason",
                condition=Q(lifted_on=None, lifted_by=None, lifted_reason="")
                | (Q(lifted_on__isnull=False, lifted_by__isnull=False) & ~Q(lifted_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}"

    def get_absolute_url(self) -> str:
        return reverse("protection:lift", args=[self.pk])
