from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.workflow.models import Event


class DisputeEvent(Event):
    """The timeline of a dispute."""

    case = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="events")

    objects = ScopedQuerySet.as_manager()

    class Meta(Event.Meta):
        verbose_name = _("办理经过")
        verbose_name_plural = _("办理经过")
