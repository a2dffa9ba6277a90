from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.dated import DatedQuerySet, dated_constraints
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.organisations.enums import Category, Degree, Party, Post
from fengqiao.registers.organisations.models.base import Recorded


class Staff(models.Model):
    """A person of an office: office, name and the day of joining say who it is."""

    office = models.ForeignKey(Area, verbose_name=_("司法所"), on_delete=models.PROTECT)
    name = models.CharField(_("姓名"), max_length=100)
    joined_on = models.DateField(_("入职日期"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员")
        verbose_name_plural = _("人员")
        constraints = [
            models.UniqueConstraint(name="staff_once", fields=["office", "name", "joined_on"]),
            models.UniqueConstraint(
                name="staff_once_undated", fields=["office", "name"], condition=Q(joined_on=None)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StaffRecordQuerySet(DatedQuerySet["StaffRecord"]):
    def employed_on(self, day: date) -> Self:
        """Those on the list that day who have joined and not left."""
        return self.on(day).filter(
            Q(staff__joined_on=None) | Q(staff__joined_on__lte=day),
            Q(left_on=None) | Q(left_on__gt=day),
        )


class StaffRecord(Recorded):
    """What is true of a person from a day on. Null and empty mean not known, an empty post: no
    special post.

    The day of leaving is here and not on the person, so that learning of it later does not change
    the past.
    """

    KEY = ("staff_id",)
    VALUES = (
        "category",
        "post",
        "degree",
        "law_degree",
        "qualified",
        "trained",
        "in_post_since",
        "left_on",
        "party",
    )

    staff = models.ForeignKey(
        Staff, verbose_name=_("人员"), on_delete=models.PROTECT, related_name="records"
    )
    category = models.CharField(_("人员类别"), max_length=10, choices=Category)
    post = models.CharField(_("岗位"), max_length=10, choices=Post, blank=True)
    degree = models.CharField(_("学历"), max_length=4, choices=Degree, blank=True)
    law_degree = models.BooleanField(_("法学专业"), null=True, blank=True)
    qualified = models.BooleanField(_("法律职业资格"), null=True, blank=True)
    trained = models.BooleanField(_("专业培训"), null=True, blank=True)
    in_post_since = models.DateField(_("任现职日期"), null=True, blank=True)
    left_on = models.DateField(_("离职日期"), null=True, blank=True)
    party = models.CharField(_("政治面貌"), max_length=10, choices=Party, blank=True)

    objects: ClassVar = StaffRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员情况")
        verbose_name_plural = _("人员情况")
        constraints = [
            *dated_constraints("staff_record", "staff"),
            models.CheckConstraint(
                name="staff_record_category", condition=Q(category__in=Category.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff} {self.category}"

    def has_left(self, day: date) -> bool:
        """Whether the person is no longer at work on the day, whatever the row says of it."""
        return self.left_on is not None and self.left_on <= day
