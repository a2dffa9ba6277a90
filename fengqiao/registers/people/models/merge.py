"""Two records that were of one natural person, and what it takes to make them two again."""

from typing import Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4JSONField
from fengqiao.registers.people.models.person import Person


class MergeQuerySet(ScopedQuerySet["Merge"]):
    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(undone_at=None)


class Merge(models.Model):
    """`gone` became part of `kept`. Both rows stay; `gone` keeps its values and its offices."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges", verbose_name=_("保留"))
    gone = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("并入"))
    reason = models.CharField(_("理由"), max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("办理人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField(_("合并时间"), auto_now_add=True)
    before = SM4JSONField(default=dict)  # by column: [what stood in the kept one, what was set]
    moved = models.JSONField(default=dict, encoder=DjangoJSONEncoder)  # by reference: keys of rows
    gained = models.JSONField(default=list)  # keys of `Known` that the kept one got
    undone_at = models.DateTimeField(_("拆分时间"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("拆分人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    undone_reason = models.CharField(_("拆分理由"), max_length=200, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("档案合并")
        verbose_name_plural = _("档案合并")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="merge_of_two", condition=~Q(kept=models.F("gone"))),
            models.CheckConstraint(
                name="merge_undone_with_reason",
                condition=Q(undone_at=None, undone_reason="")
                | (Q(undone_at__isnull=False) & ~Q(undone_reason="")),
            ),
            models.UniqueConstraint(
                name="merge_gone_once", fields=["gone"], condition=Q(undone_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"
