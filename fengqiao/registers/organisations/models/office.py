from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.dated import dated_constraints
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.organisations.enums import (
    EquipmentKind,
    Fact,
    Listing,
    OfficeKind,
    Origin,
    RoomKind,
    Size,
)
from fengqiao.registers.organisations.facts import YES_NO, as_cell
from fengqiao.registers.organisations.models.base import OfficeRow


class OfficeRecord(OfficeRow):
    """That the office is there, of which kind, and for which town or street. Its name is an
    `AreaName`. Town and district are those of the time; the tree says where it stands today.
    """

    KEY = ("office_id",)
    VALUES = ("kind", "division", "town_id", "district_area_id")

    kind = models.CharField(_("类型"), max_length=4, choices=OfficeKind)
    division = models.CharField(_("区划代码"), max_length=12)  # as given: 9 or 12 digits
    town = models.ForeignKey(
        Area, verbose_name=_("乡镇(街道)"), on_delete=models.PROTECT, related_name="+"
    )
    district_area = models.ForeignKey(
        Area, verbose_name=_("市(区)"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("司法所")
        verbose_name_plural = _("司法所")
        constraints = [
            *dated_constraints("office_record", "office"),
            models.CheckConstraint(
                name="office_record_kind", condition=Q(kind__in=OfficeKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.kind}"


class OfficeClass(OfficeRow):
    """The class that the bureau confirmed (recorded_by, recorded_at), and the proposal it had
    before it."""

    KEY = ("office_id",)
    VALUES = ("size",)

    size = models.CharField(_("分类"), max_length=4, choices=Size)
    why = models.TextField(_("认定理由"), blank=True)
    proposed_size = models.CharField(_("建议分类"), max_length=4, choices=Size, blank=True)
    score = models.CharField(
        _("得分"), max_length=40, blank=True
    )  # exact decimal, as the pack gave it
    reasons = models.JSONField(_("建议理由"), default=list, blank=True)  # sentences
    edition = models.CharField(
        _("标准版本"), max_length=100, blank=True
    )  # of the pack that proposed

    class Meta:
        verbose_name = _("司法所分类")
        verbose_name_plural = _("司法所分类")
        constraints = [
            *dated_constraints("office_class", "office"),
            models.CheckConstraint(name="office_class_size", condition=Q(size__in=Size.values)),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.size}"


class OfficeFact(OfficeRow):
    """One value of one office. Counts and yes/no are stored as numbers; `cell` gives them back."""

    KEY = ("office_id", "fact")
    VALUES = ("value",)

    fact = models.CharField(_("事实"), max_length=30, choices=Fact)
    value = models.FloatField(_("数值"))
    origin = models.CharField(_("依据"), max_length=10, choices=Origin, default=Origin.REPORTED)

    class Meta:
        verbose_name = _("司法所情况")
        verbose_name_plural = _("司法所情况")
        constraints = [
            *dated_constraints("office_fact", "office", "fact"),
            models.CheckConstraint(name="office_fact_known", condition=Q(fact__in=Fact.values)),
            models.CheckConstraint(name="office_fact_not_negative", condition=Q(value__gte=0)),
            models.CheckConstraint(
                name="office_fact_percent",
                condition=~Q(fact=Fact.SATISFACTION) | Q(value__lte=100),
            ),
            models.CheckConstraint(
                name="office_fact_yes_no", condition=~Q(fact__in=YES_NO) | Q(value__in=[0, 1])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.get_fact_display()} {self.cell}"

    @property
    def cell(self) -> int | float | bool:
        return as_cell(self.fact, self.value)


class Room(OfficeRow):
    """A room, centre or station that is there."""

    KEY = ("office_id", "room")

    room = models.CharField(_("功能区"), max_length=20, choices=RoomKind)

    class Meta:
        verbose_name = _("功能区")
        verbose_name_plural = _("功能区")
        constraints = [
            *dated_constraints("room", "office", "room"),
            models.CheckConstraint(name="room_known", condition=Q(room__in=RoomKind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.room}"


class Equipment(OfficeRow):
    """How many of one kind the office has."""

    KEY = ("office_id", "kind")
    VALUES = ("quantity",)

    kind = models.CharField(_("设备类别"), max_length=20, choices=EquipmentKind)
    quantity = models.PositiveBigIntegerField(_("数量"))

    class Meta:
        verbose_name = _("设备")
        verbose_name_plural = _("设备")
        constraints = [
            *dated_constraints("equipment", "office", "kind"),
            models.CheckConstraint(
                name="equipment_kind_known", condition=Q(kind__in=EquipmentKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.kind} {self.quantity}"


class ListedFrom(OfficeRow):
    """That a list of the office is complete from a day: what it does not name is not there, not
    unknown."""

    KEY = ("office_id", "listing")
    VALUES = ("missing",)

    listing = models.CharField(_("名单"), max_length=10, choices=Listing)
    missing = models.CharField(_("未提供的栏目"), max_length=200, blank=True)  # columns, "a,b"

    class Meta:
        verbose_name = _("名单登记")
        verbose_name_plural = _("名单登记")
        constraints = dated_constraints("listed_from", "office", "listing")

    def __str__(self) -> str:
        return f"{self.office} {self.get_listing_display()}"
