from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Standing
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.duties.disputes.models.party import Party
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField


class Representative(models.Model):
    """Who speaks for a party, by what paper, and whether he may agree for it. One who is elected
    by several parties stands once for each of them."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="representatives")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="representatives")
    standing = models.CharField(_("身份"), max_length=10, choices=Standing)
    name = models.CharField(_("姓名"), max_length=60)
    relation = models.CharField(_("与当事人的关系"), max_length=60, blank=True)
    phone = SM4TextField(_("电话"), default="", blank=True)
    paper = models.CharField(_("授权或者推选的文书"), max_length=100, blank=True)
    may_agree = models.BooleanField(_("可以代为达成协议"), default=False)
    since = models.DateField(_("起始日期"))
    ended_on = models.DateField(_("终止日期"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("代理人、代表人")
        verbose_name_plural = _("代理人、代表人")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="representative_standing_known", condition=Q(standing__in=Standing.values)
            ),
            models.CheckConstraint(name="representative_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_standing_display()} {self.name}"
