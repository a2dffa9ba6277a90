from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Conflict
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.mediation.models import Mediator


class Avoidance(models.Model):
    """A mediator who may not mediate this dispute, and why; for this dispute alone."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="avoidances")
    mediator = models.ForeignKey(
        Mediator, verbose_name=_("调解员"), on_delete=models.PROTECT, related_name="+"
    )
    ground = models.CharField(_("回避的原因"), max_length=10, choices=Conflict)
    declared_on = models.DateField(_("登记日期"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("回避")
        verbose_name_plural = _("回避")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="avoided_once", fields=["dispute", "mediator"]),
            models.CheckConstraint(name="avoided_why", condition=Q(ground__in=Conflict.values)),
        ]

    def __str__(self) -> str:
        return f"{self.dispute_id} {self.mediator_id}"
