"""Personal data that leaked, were altered or lost: what is known, what is done, who was told
(个人信息保护法 57). It names nobody; its texts stand encrypted, for they say how one gets in."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.registers.protection.enums import Data, LeakState, Nature


class LeakQuerySet(ScopedQuerySet["Leak"]):
    def open(self) -> Self:
        return self.filter(state=LeakState.OPEN)


class Leak(models.Model):
    area = models.ForeignKey(
        Area, verbose_name=_("发生单位"), on_delete=models.PROTECT, related_name="+"
    )
    nature = models.CharField(_("情形"), max_length=10, choices=Nature)
    found_at = models.DateTimeField(_("发现时间"))
    kinds = models.JSONField(_("涉及的信息"), default=list)  # of `Data`
    persons = models.PositiveIntegerField(_("涉及人数"), null=True, blank=True)  # None: not known
    cause = SM4TextField(_("原因"))
    harm = SM4TextField(_("可能造成的危害"), default="", blank=True)
    measures = SM4TextField(_("采取的补救措施"), default="", blank=True)
    advice = SM4TextField(_("个人可以采取的减轻危害的措施"), default="", blank=True)
    contact = models.CharField(_("联系方式"), max_length=100)
    authority = models.CharField(_("报告的部门"), max_length=100, blank=True)
    authority_told_on = models.DateField(_("报告部门的日期"), null=True, blank=True)
    persons_told_on = models.DateField(_("通知本人的日期"), null=True, blank=True)
    why_not_told = SM4TextField(_("不通知本人的理由"), default="", blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=LeakState, default=LeakState.OPEN)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("报告人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    reported_at = models.DateTimeField(_("登记时间"), auto_now_add=True)
    conclusion = SM4TextField(_("结案意见"), default="", blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("结案人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    closed_on = models.DateField(_("结案日期"), null=True, blank=True)

    objects = LeakQuerySet.as_manager()

    class Meta:
        verbose_name = _("个人信息泄露事件")
        verbose_name_plural = _("个人信息泄露事件")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="leak_nature", condition=Q(nature__in=Nature.values)),
            models.CheckConstraint(
                name="leak_closed_by_somebody",
                condition=Q(state=LeakState.OPEN, closed_by=None, closed_on=None)
                | Q(state=LeakState.CLOSED, closed_by__isnull=False, closed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="leak_told_somebody",
                condition=Q(authority_told_on=None) | ~Q(authority=""),
            ),
        ]

    def __str__(self) -> str:
        return _("个人信息%(nature)s事件 %(number)d 号") % {
            "nature": self.get_nature_display(),
            "number": self.pk,
        }

    def get_absolute_url(self) -> str:
        return reverse("protection:leak", args=[self.pk])

    @property
    def kind_words(self) -> list[str]:
        return [str(Data(kind).label) for kind in self.kinds]

    @property
    def is_told(self) -> bool:
        """Whether everybody was told whom the law wants told, or why persons were not."""
        return bool(self.authority_told_on and (self.persons_told_on or self.why_not_told))
