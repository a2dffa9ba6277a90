from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.organisations.enums import Listing


def end_word(listing: str) -> str:
    """What the end of something on the list is called."""
    return gettext("离职") if listing == Listing.STAFF else gettext("停止")


class TakenBack(models.Model):
    """That somebody or something recorded as gone was there all the time: the dated rows say what
    holds, this says who corrected them, and why."""

    office = models.ForeignKey(Area, verbose_name=_("司法所"), on_delete=models.PROTECT)
    listing = models.CharField(_("名单"), max_length=10, choices=Listing)
    name = models.CharField(_("对象"), max_length=100)  # of the person, room or kind of equipment
    on = models.DateField(_("原记停止日期"))
    why = models.TextField(_("理由"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("登记人"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )  # null: the command line
    recorded_at = models.DateTimeField(_("登记时间"), default=timezone.now)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("撤回停止")
        verbose_name_plural = _("撤回停止")
        constraints = [
            models.CheckConstraint(name="taken_back_why", condition=~models.Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.name}"
