"""In whose area a person is known: an office sees the persons that it knows, and no others."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.people.models.person import Person


class Known(models.Model):
    """The person is known to the office since a day; a person may be known to several."""

    person = models.ForeignKey(
        Person, verbose_name=_("人员"), on_delete=models.PROTECT, related_name="known"
    )
    area = models.ForeignKey(
        Area, verbose_name=_("登记单位"), on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField(_("登记日期"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("登记人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the command line

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员登记")
        verbose_name_plural = _("人员登记")
        constraints = [models.UniqueConstraint(name="known_once", fields=["person", "area"])]
        indexes = [models.Index(fields=["area", "person"], name="known_in_area")]

    def __str__(self) -> str:
        return f"{self.area_id} {self.person_id}"
