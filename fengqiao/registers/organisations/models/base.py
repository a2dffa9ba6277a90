from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.dated import DatedModel, DatedQuerySet
from fengqiao.kernel.areas.models import Area


class OfficeRowQuerySet(DatedQuerySet[Any]):
    """Rows of whichever model inherits it: the type checker would take them for abstract ones."""


class Recorded(DatedModel):
    """A dated row that says where it comes from: the words shown beside the value, who entered it,
    when."""

    source = models.CharField(_("来源"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("登记人"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )  # null: the command line
    recorded_at = models.DateTimeField(_("登记时间"), default=timezone.now)

    class Meta:
        abstract = True


class OfficeRow(Recorded):
    """Something about one office. The office is an `Area` of kind OFFICE."""

    office = models.ForeignKey(Area, verbose_name=_("司法所"), on_delete=models.PROTECT)

    objects: ClassVar = OfficeRowQuerySet.as_manager()

    class Meta:
        abstract = True
