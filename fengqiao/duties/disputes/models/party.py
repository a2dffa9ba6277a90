from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Capacity, Side
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.kernel.crypto.lookups import LookupField
from fengqiao.lib.resident_id import age_on

SECRET = ("id_number", "phone", "address")
ADULT, CHILD = 18, 8  # years of age (民法典 18-20)


class Party(models.Model):
    """Who is in dispute, as far as this case knows; no record of a person is made of it."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="parties")
    side = models.CharField(_("哪一方"), max_length=10, choices=Side, blank=True)
    name = models.CharField(_("姓名或者名称"), max_length=100)
    born_on = models.DateField(_("出生日期"), null=True, blank=True)
    capacity = models.CharField(_("行为能力"), max_length=10, choices=Capacity, blank=True)
    guardian = models.CharField(_("法定代理人"), max_length=60, blank=True)
    id_number = SM4TextField(_("证件号码"), default="", blank=True)
    id_code = LookupField(source="id_number", normalise=normalise.plain)
    phone = SM4TextField(_("电话"), default="", blank=True)  # E.164
    phone_code = LookupField(source="phone", normalise=normalise.phone)
    address = SM4TextField(_("住址"), default="", blank=True)

    # How and when one may be reached without danger (MED-29); seen on the case page, never printed.
    safe_contact = SM4TextField(_("安全联系方式"), default="", blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("当事人")
        verbose_name_plural = _("当事人")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="party_named", condition=~Q(name="")),
            models.CheckConstraint(name="party_side", condition=Q(side__in=["", *Side.values])),
        ]
        indexes = [
            models.Index(fields=["id_code"], name="party_id"),
            models.Index(fields=["phone_code"], name="party_phone"),
        ]

    def __str__(self) -> str:
        return self.name

    def capacity_on(self, day: date) -> Capacity:
        """As it was found, else by age, else full."""
        if self.capacity:
            return Capacity(self.capacity)
        age = age_on(self.born_on, day) if self.born_on else ADULT
        if age >= ADULT:
            return Capacity.FULL
        return Capacity.LIMITED if age >= CHILD else Capacity.NONE
