from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Subject
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.duties.disputes.models.party import Party
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField


def money(label: Any) -> Any:
    """An amount that may be left open."""
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True)


class Agreement(models.Model):
    """What an agreement says beside its obligations (人民调解法 29)."""

    dispute = models.OneToOneField(Dispute, on_delete=models.PROTECT, related_name="drafted")
    facts = SM4TextField(_("纠纷的主要事实、争议事项和责任"), default="", blank=True)
    extra = SM4TextField(_("其他约定"), default="", blank=True)
    total = money(_("金额合计(元)"))
    total_words = models.CharField(_("金额合计(大写)"), max_length=60, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("调解协议")
        verbose_name_plural = _("调解协议")

    def __str__(self) -> str:
        return str(self.dispute_id)


class Obligation(models.Model):
    """Who does what for whom, by when and how. Who is no party of the case is named, so that the check
    can tell that an agreement does not bind him."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="obligations")
    place = models.PositiveSmallIntegerField(_("序号"))
    debtor = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    debtor_name = models.CharField(_("义务人(不是当事人的)"), max_length=100, blank=True)
    creditor = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    creditor_name = models.CharField(_("权利人(不是当事人的)"), max_length=100, blank=True)
    subject = models.CharField(_("类别"), max_length=10, choices=Subject)
    what = SM4TextField(_("做什么"), default="", blank=True)
    amount = money(_("金额(元)"))
    due_on = models.DateField(_("履行期限"), null=True, blank=True)
    at_once = models.BooleanField(_("当场履行"), default=False)
    condition = SM4TextField(_("履行条件"), default="", blank=True)
    way = SM4TextField(_("履行方式"), default="", blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("协议约定事项")
        verbose_name_plural = _("协议约定事项")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["dispute", "place"], name="obligation_place_once"),
            models.CheckConstraint(
                name="obligation_subject_known", condition=Q(subject__in=Subject.values)
            ),
            models.CheckConstraint(
                name="obligation_amount_not_negative", condition=Q(amount=None) | Q(amount__gte=0)
            ),
            models.CheckConstraint(
                name="obligation_two_persons",
                condition=Q(debtor=None) | Q(creditor=None) | ~Q(debtor=F("creditor")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.get_subject_display()}"


class Instalment(models.Model):
    """One part of a payment, with its own day."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="instalments")
    due_on = models.DateField(_("日期"))
    amount = models.DecimalField(_("金额(元)"), max_digits=14, decimal_places=2)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("分期")
        verbose_name_plural = _("分期")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.due_on.isoformat()} {self.amount}"
