from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Meeting
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField


class Session(models.Model):
    """What was said at one meeting (人民调解法 27). A talk with one side alone is `private`: it is never
    printed and never given to the other."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField(_("日期"))
    way = models.CharField(_("方式"), max_length=10, choices=Meeting)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    present = SM4TextField(_("参加人"), default="", blank=True)
    record = SM4TextField(_("调解记录"))
    private = models.BooleanField(_("单独谈话"), default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("调解记录")
        verbose_name_plural = _("调解记录")
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(name="session_way_known", condition=Q(way__in=Meeting.values))
        ]

    def __str__(self) -> str:
        return f"{self.held_on.isoformat()} {self.get_way_display()}"
