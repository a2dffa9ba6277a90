from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4JSONField


class LedgerRow(models.Model):
    """That a dispute came from a ledger: the row that was last taken in, word for word, and the
    version of the case after it. Another version: it had an act here since, and no ledger overwrites
    it any more."""

    dispute = models.OneToOneField(
        Dispute, on_delete=models.PROTECT, primary_key=True, related_name="ledger"
    )
    row: Any = SM4JSONField(_("台账所记"))
    version = models.PositiveIntegerField()
    taken_on = models.DateField(_("接管日期"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("台账记录")
        verbose_name_plural = _("台账记录")

    def __str__(self) -> str:
        return str(self.dispute_id)
