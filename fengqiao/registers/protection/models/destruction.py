"""A list of destruction (销毁清册): which records of one kind an office destroys, why and by whom.

It names records by their numbers and nobody by his name, and is kept for ever (档案法实施条例 24).
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.protection.enums import OPEN_LISTS, ListState, Outcome


class DestructionQuerySet(ScopedQuerySet["Destruction"]):
    def open(self) -> Self:
        return self.filter(state__in=OPEN_LISTS)


class Destruction(models.Model):
    """`rule`, `length` and `cite` are as they stood when the list was proposed; `cite` is empty
    where the period is not verified."""

    kind = models.CharField(_("种类"), max_length=40)
    area = models.ForeignKey(
        Area, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("状态"), max_length=10, choices=ListState, default=ListState.PROPOSED
    )
    rule = models.CharField(max_length=10)
    period = models.CharField(_("保存期限"), max_length=40)
    cite = models.CharField(_("依据"), max_length=200, blank=True)
    proposed_on = models.DateField(_("提出日"))
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    returned = models.CharField(_("退回意见"), max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("核对人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    asked_on = models.DateField(_("核对日"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("批准人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    destroyed_on = models.DateField(_("销毁日"), null=True, blank=True)

    objects = DestructionQuerySet.as_manager()

    class Meta:
        verbose_name = _("销毁清册")
        verbose_name_plural = _("销毁清册")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="destruction_state", condition=Q(state__in=ListState.values)
            ),
            models.CheckConstraint(
                name="destruction_by_two",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")),
            ),
            models.CheckConstraint(
                name="destruction_done_by_somebody",
                condition=~Q(state=ListState.DONE)
                | Q(asked_by__isnull=False, confirmed_by__isnull=False, destroyed_on__isnull=False),
            ),
            models.UniqueConstraint(
                name="destruction_open_once",
                fields=["kind", "area"],
                condition=Q(state__in=OPEN_LISTS),
            ),
        ]

    def __str__(self) -> str:
        return _("销毁清册 %d 号") % self.pk

    def get_absolute_url(self) -> str:
        return reverse("protection:destruction", args=[self.pk])


class Item(models.Model):
    """A record on the list. `made_at` tells it apart from another one that got its number after an
    old backup was restored."""

    destruction = models.ForeignKey(Destruction, models.PROTECT, related_name="items")
    subject_id = models.PositiveBigIntegerField(_("编号"))
    made_at = models.DateTimeField(_("登记时间"))
    used_on = models.DateField(_("最后使用"))
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, default=Outcome.WAITING)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("清册条目")
        verbose_name_plural = _("清册条目")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="item_once", fields=["destruction", "subject_id"]),
            models.CheckConstraint(name="item_outcome", condition=Q(outcome__in=Outcome.values)),
        ]

    def __str__(self) -> str:
        return str(self.subject_id)
