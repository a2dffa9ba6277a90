from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4JSONField, SM4TextField
from fengqiao.kernel.jobs.models import Job


class State(models.TextChoices):
    CHECKING = "checking", _("检查中")
    READY = "ready", _("待确认")
    REFUSED = "refused", _("有错误")
    APPLYING = "applying", _("导入中")
    DONE = "done", _("已导入")
    DISCARDED = "discarded", _("已放弃")


class Import(models.Model):
    """One uploaded file and what became of it."""

    kind = models.CharField(_("种类"), max_length=40)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.CHECKING)
    file = models.CharField(max_length=80, blank=True)  # below uploads/; empty: erased
    key = SM4TextField(editable=False, default="")  # opens it
    faulty_rows_key = SM4TextField(editable=False, default="")  # of their workbook, once it is made
    name = models.CharField(_("文件名"), max_length=255)
    size = models.PositiveBigIntegerField(_("大小"))  # bytes
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    on = models.DateField(_("起算日"))
    skip_bad_rows = models.BooleanField(_("略去有错误的行"), default=False)
    plan_digest = models.CharField(max_length=64, blank=True)
    totals = models.JSONField(default=list)  # by sheet, as `registry.Total`
    sections = SM4JSONField(default=list)  # they quote the file, as do warnings and faults
    caution = models.TextField(blank=True)
    warnings = SM4JSONField(default=list)  # as `grouping` tells them
    faults = SM4JSONField(default=list)  # of refused files all, of others the rows left out
    of_rows = models.BooleanField(default=False)  # refused for rows that could be left out
    message = models.TextField(_("说明"), blank=True)
    job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("上传人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("上传时间"), auto_now_add=True)
    ended_at = models.DateTimeField(_("结束时间"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("导入")
        verbose_name_plural = _("导入")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="import_state_known", condition=Q(state__in=State.values))
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("imports:import", args=[self.pk])

    @property
    def endings(self) -> dict[str, dict[str, Any]]:
        """What would end, by the tick that each of it wants: a tick under one preview is none
        under the next."""
        return {
            f"{self.plan_digest}-{at}": section
            for at, section in enumerate(self.sections, 1)
            if section.get("ends")
        }

    @property
    def ending(self) -> int:
        """How many things that are there would no longer be."""
        return sum(section["count"] for section in self.endings.values())

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        return any(section.get("is_change", True) for section in self.sections)
