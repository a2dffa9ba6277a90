"""A person asks what is kept about him, or that it be set right (个人信息保护法 45, 46, 49, 50)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.registers.people.enums import Asker, RequestKind, RequestState
from fengqiao.registers.people.models.person import Person


class RequestQuerySet(ScopedQuerySet["Request"]):
    def open(self) -> Self:
        return self.filter(state=RequestState.OPEN)


class Request(models.Model):
    """Asked at the counter, after the asker's identity was checked."""

    person = models.ForeignKey(
        Person, verbose_name=_("人员"), on_delete=models.PROTECT, related_name="requests"
    )
    area = models.ForeignKey(
        Area, verbose_name=_("受理单位"), on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("请求"), max_length=10, choices=RequestKind)
    asker = models.CharField(_("请求人"), max_length=10, choices=Asker)
    asker_name = models.CharField(_("请求人姓名"), max_length=60, blank=True)  # empty: himself
    wanted = SM4TextField(_("请求内容"), default="", blank=True)
    asked_on = models.DateField(_("请求日期"))
    state = models.CharField(
        _("状态"), max_length=10, choices=RequestState, default=RequestState.OPEN
    )
    decision = SM4TextField(_("处理情况"), default="", blank=True)
    decided_on = models.DateField(_("办结日期"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("决定人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("受理人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField(_("登记时间"), auto_now_add=True)
    erased_on = models.DateField(_("销毁日期"), null=True, blank=True)  # its texts; the row stays

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("个人信息请求")
        verbose_name_plural = _("个人信息请求")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["area", "state"], name="request_in_area")]
        constraints = [
            models.CheckConstraint(name="request_kind", condition=Q(kind__in=RequestKind.values)),
            models.CheckConstraint(name="request_asker", condition=Q(asker__in=Asker.values)),
            models.CheckConstraint(
                name="request_decided",
                condition=Q(state=RequestState.OPEN, decided_on=None, decided_by=None)
                | Q(
                    state__in=[RequestState.GRANTED, RequestState.REFUSED],
                    decided_on__gte=F("asked_on"),
                    decided_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="request_other_asker_named",
                condition=Q(asker=Asker.SELF, asker_name="")
                | (~Q(asker=Asker.SELF) & ~Q(asker_name="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("people:request", args=[self.pk])
