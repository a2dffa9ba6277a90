"""What is weighed before personal data are processed in a way that may hurt (个人信息保护法 55, 56).

Each edition is a row: what was approved is never changed, a new edition replaces it. All are kept,
for three years at the least.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.protection.enums import AssessmentState, Ground55, Risk


class Assessment(models.Model):
    area = models.ForeignKey(
        Area, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("处理活动"), max_length=100)
    kinds = models.JSONField(_("属于"), default=list)  # of `Ground55`
    processing = models.TextField(_("处理方式"))
    purpose = models.TextField(_("处理目的"))
    ground = models.TextField(_("法律依据"))
    necessity = models.TextField(_("必要性"))
    risks = models.TextField(_("对个人权益的影响和安全风险"))
    measures = models.TextField(_("保护措施"))
    risk = models.CharField(_("采取措施后的风险"), max_length=10, choices=Risk)
    state = models.CharField(
        _("状态"), max_length=10, choices=AssessmentState, default=AssessmentState.DRAFT
    )
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("上一版"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="next",
    )
    returned = models.CharField(_("退回意见"), max_length=300, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("评估人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    written_on = models.DateField(_("评估日期"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("批准人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    approved_on = models.DateField(_("批准日期"), null=True, blank=True)
    reviewed_on = models.DateField(_("复核日期"), null=True, blank=True)  # the last time

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("影响评估")
        verbose_name_plural = _("影响评估")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="assessment_state", condition=Q(state__in=AssessmentState.values)
            ),
            models.CheckConstraint(name="assessment_risk", condition=Q(risk__in=Risk.values)),
            models.CheckConstraint(
                name="assessment_by_two",
                condition=Q(approved_by=None) | ~Q(approved_by=F("written_by")),
            ),
            models.CheckConstraint(
                name="assessment_approved_by_somebody",
                condition=Q(state=AssessmentState.DRAFT)
                | Q(approved_by__isnull=False, approved_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("protection:assessment", args=[self.pk])

    @property
    def kind_words(self) -> list[str]:
        return [str(Ground55(kind).label) for kind in self.kinds]
