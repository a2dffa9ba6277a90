from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.dangers import Danger, Means, Recipient
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField


class Report(models.Model):
    """Something found that the law bids to report (未成年人保护法 11, 反家庭暴力法 14, 人民调解法 25),
    to whom it was reported, and what was answered. `mistaken`: why it should not have been entered."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="reports")
    danger = models.CharField(_("情形"), max_length=10, choices=Danger)
    found_on = models.DateField(_("发现日期"))
    words = SM4TextField(_("发现的情况"))
    reported_on = models.DateField(_("报告日期"), null=True, blank=True)
    reported_at = models.TimeField(_("报告时间"), null=True, blank=True)
    to = models.CharField(_("报告给"), max_length=20, choices=Recipient, blank=True)
    unit = models.CharField(_("接报单位和接报人"), max_length=100, blank=True)
    means = models.CharField(_("报告方式"), max_length=12, choices=Means, blank=True)
    paper = models.CharField(_("报告文号或者接报编号"), max_length=60, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, blank=True)
    answer = SM4TextField(_("答复内容"), default="", blank=True)
    mistaken = SM4TextField(_("误登的说明"), default="", blank=True)
    stands = models.BooleanField(_("有效"), default=True)  # false: entered by mistake

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("报告事项")
        verbose_name_plural = _("报告事项")
        ordering = ["found_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="report_danger_known", condition=Q(danger__in=Danger.values)
            ),
            models.CheckConstraint(
                name="report_answered_once_reported",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("reported_on")),
            ),
            models.CheckConstraint(
                name="report_after_it_was_found",
                condition=Q(reported_on=None) | Q(reported_on__gte=F("found_on"), stands=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_danger_display()} {self.found_on.isoformat()}"

    @property
    def is_due(self) -> bool:
        return self.stands and self.reported_on is None

    @property
    def is_waiting(self) -> bool:
        return self.reported_on is not None and self.answered_on is None
