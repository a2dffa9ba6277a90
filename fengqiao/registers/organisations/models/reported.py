from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.dated import dated_constraints
from fengqiao.registers.organisations.models.base import OfficeRow


class ReportedFact(OfficeRow):
    """A row of the sheet 事实: a fact by the name that a pack gives it, about a period and a
    subject.

    Rows that are alike in everything but value and source are told apart by their number in the
    sheet.
    """

    KEY = ("office_id", "fact", "period_from", "period_to", "subject", "rater", "number")
    VALUES = ("value", "basis")

    fact = models.CharField(_("事实"), max_length=200)
    period_from = models.DateField(_("期间起"), null=True, blank=True)
    period_to = models.DateField(_("期间止"), null=True, blank=True)
    subject = models.CharField(_("对象"), max_length=200, blank=True)
    rater = models.CharField(_("评分人"), max_length=100, blank=True)
    number = models.PositiveIntegerField(default=1)
    value = models.FloatField(_("数值"), null=True, blank=True)
    basis = models.CharField(_("来源"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("其他事实")
        verbose_name_plural = _("其他事实")
        constraints = dated_constraints(
            "reported_fact",
            "office",
            "fact",
            "period_from",
            "period_to",
            "subject",
            "rater",
            "number",
        )

    def __str__(self) -> str:
        return f"{self.office} {self.fact}"
