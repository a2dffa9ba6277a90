import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.questions import Charged, Fair, Overall
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.lookups import LONGEST


class OpinionCode(models.Model):
    """A code that was handed out and not used yet: a keyed digest, no case, no day but the end of a
    month. Written anew with all others of its office, in no order, whenever one is added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("调解类别"), max_length=20, choices=Kind)
    code = models.CharField(_("评价码"), max_length=LONGEST, unique=True)
    until = models.DateField(_("有效期至"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("评价码")
        verbose_name_plural = _("评价码")

    def __str__(self) -> str:
        return f"{self.office_id} {self.until.isoformat()}"


class OpinionQuerySet(ScopedQuerySet["Opinion"]):
    def counted(self) -> Self:
        """Those that came with enough others to be shown."""
        return self.filter(month__isnull=False)


class Opinion(models.Model):
    """What one party said, without party, case, mediator and day. `month` is the first day of the month
    in which enough of them had come to be counted together; null: they still wait for others."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(
        Area, verbose_name=_("司法所"), on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(_("调解类别"), max_length=20, choices=Kind)
    month = models.DateField(_("计入月份"), null=True, blank=True)
    overall = models.CharField(_("总的来说,您对这次调解满意吗"), max_length=10, choices=Overall)
    fair = models.CharField(_("双方的话都听了、公平吗"), max_length=10, choices=Fair)
    charged = models.CharField(_("向您要过钱物吗"), max_length=10, choices=Charged)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("当事人评价")
        verbose_name_plural = _("当事人评价")
        constraints = [
            models.CheckConstraint(
                name="opinion_of_choices",
                condition=Q(
                    overall__in=Overall.values, fair__in=Fair.values, charged__in=Charged.values
                ),
            ),
        ]
        indexes = [models.Index(fields=["office", "kind", "month"], name="opinion_office")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.kind}"
