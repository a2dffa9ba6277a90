from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.mediation.enums import BodyKind


class BodyQuerySet(ScopedQuerySet["Body"]):
    def on(self, day: date) -> Self:
        """Those that are there on the day."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), began_on__lte=day)


class Body(models.Model):
    """A people's mediation committee, or a studio; one office guides it (人民调解法 7, 8, 34).

    Whether minorities live there and sit in it is what the committee declares of itself; of nobody
    it is kept.
    """

    office = models.ForeignKey(
        Area, verbose_name=_("指导的司法所"), on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("类别"), max_length=12, choices=BodyKind)
    name = models.CharField(_("名称"), max_length=100)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("所属调委会"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="studios",
    )  # of a studio
    multi_ethnic = models.BooleanField(_("多民族居住地区"), default=False)
    minority_member = models.BooleanField(_("有人数较少民族的成员"), default=False)
    began_on = models.DateField(_("设立日期"))
    ended_on = models.DateField(_("撤销日期"), null=True, blank=True)
    end_reason = models.CharField(_("撤销原因"), max_length=200, blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("调解组织")
        verbose_name_plural = _("调解组织")
        ordering = ["office", "kind", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="body_named_once", fields=["office", "name"], condition=Q(ended_on=None)
            ),
            models.CheckConstraint(name="body_kind", condition=Q(kind__in=BodyKind.values)),
            models.CheckConstraint(
                name="body_parent_of_studio", condition=Q(parent=None) | Q(kind=BodyKind.STUDIO)
            ),
            models.CheckConstraint(
                name="body_ends_after_begin",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("mediation:body", args=[self.pk])

    @property
    def is_committee(self) -> bool:
        return self.kind != BodyKind.STUDIO


class Tenure(models.Model):
    """A term of office of a committee (届), and where it was made known: half-open."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="tenures")
    begins_on = models.DateField(_("本届起始日期"))
    ends_on = models.DateField(_("本届届满日期"))
    announced_on = models.DateField(_("公布日期"), null=True, blank=True)
    filed_on = models.DateField(_("报县级司法行政部门日期"), null=True, blank=True)
    court_told_on = models.DateField(_("通报基层人民法院日期"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("任期")
        verbose_name_plural = _("任期")
        ordering = ["-begins_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="tenure_ends_after_begin", condition=Q(ends_on__gte=F("begins_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.begins_on.isoformat()}/{self.ends_on.isoformat()}"
