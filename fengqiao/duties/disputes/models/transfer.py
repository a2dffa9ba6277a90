from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import ENDS
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField


class Outcome(models.TextChoices):
    TAKEN = "taken", _("已接收")
    RETURNED = "returned", _("已退回")
    RECALLED = "recalled", _("已撤回")
    LAPSED = "lapsed", _("已结案,不再移送")


class TransferQuerySet(ScopedQuerySet["Transfer"]):
    def waiting(self) -> Self:
        """Not answered yet, of a case that is still open."""
        return self.filter(outcome="").exclude(dispute__state__in=ENDS)


class Transfer(models.Model):
    """A dispute that one office sends to another: both see this row, of which only its number, kind and
    days are told; who is in dispute the other side sees once it has taken it. It keeps the number under
    which it was sent, because it gets one of the other office then."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="transfers")
    origin = models.ForeignKey(
        Area, verbose_name=_("移送的司法所"), on_delete=models.PROTECT, related_name="+"
    )
    to = models.ForeignKey(
        Area, verbose_name=_("移送给"), on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(_("原案号"), max_length=60)
    reason = SM4TextField(_("移送的理由"))
    sent_on = models.DateField(_("移送日期"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    outcome = models.CharField(_("结果"), max_length=10, choices=Outcome, blank=True)
    ended_on = models.DateField(_("答复日期"), null=True, blank=True)
    answer = SM4TextField(_("答复"), default="", blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = _("跨所移送")
        verbose_name_plural = _("跨所移送")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="transfer_elsewhere", condition=~Q(origin=F("to"))),
            models.CheckConstraint(
                name="transfer_ended_has_day",
                condition=Q(outcome="", ended_on=None)
                | (Q(outcome__in=Outcome.values) & Q(ended_on__gte=F("sent_on"))),
            ),
            models.UniqueConstraint(
                name="transfer_one_at_a_time", fields=["dispute"], condition=Q(outcome="")
            ),
        ]

    def __str__(self) -> str:
        return self.number


class TransferSide(models.Model):
    """One of the two offices of a transfer: both see it."""

    transfer = models.ForeignKey(Transfer, on_delete=models.CASCADE, related_name="sides")
    office = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("移送双方")
        verbose_name_plural = _("移送双方")
        constraints = [
            models.UniqueConstraint(name="transfer_side_once", fields=["transfer", "office"])
        ]

    def __str__(self) -> str:
        return f"{self.transfer_id} {self.office_id}"
