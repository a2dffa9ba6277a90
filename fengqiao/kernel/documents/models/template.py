from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.files.models import StoredFile


class TemplateQuerySet(ScopedQuerySet["Template"]):
    def of(self, document: str, area: Area) -> Self:
        return self.filter(document=document, area=area)

    def on(self, day: date) -> Self:
        """The newest that holds on the day comes first."""
        return self.filter(begins_on__lte=day).order_by("-begins_on", "-pk")


class Template(models.Model):
    """A Word file by which an office lays out one of its papers from a day on. None is ever
    changed: another one follows, and papers that were issued keep the one that they had. A row
    without a file goes back to the layout of the system."""

    document = models.CharField(_("文书"), max_length=60)
    area = models.ForeignKey(
        Area, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="+", db_index=False
    )
    begins_on = models.DateField(_("启用日期"))
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("上传时间"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("上传人"),
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("文书模板")
        verbose_name_plural = _("文书模板")
        indexes = [models.Index(fields=["area", "document", "-begins_on"], name="template_in_use")]

    def __str__(self) -> str:
        return f"{self.document} {self.begins_on.isoformat()}"
