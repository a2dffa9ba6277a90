from collections.abc import Collection
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from fengqiao.kernel.areas.dated import DatedModel, DatedQuerySet, dated_constraints
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.scoping import ScopedQuerySet


class AreaQuerySet(ScopedQuerySet["Area"], MP_NodeQuerySet):
    def of_kind(self, *kinds: AreaKind) -> Self:
        return self.filter(kind__in=kinds)

    def on(self, day: date) -> Self:
        """The areas that exist on the day, which is to say that they bear a name."""
        return self.filter(pk__in=AreaName.objects.on(day).values("area"))

    def named_on(self, day: date) -> Self:
        """With `code` and `name` of the day; null where the area has none then."""
        names = AreaName.objects.on(day).filter(area=OuterRef("pk"))
        return self.annotate(
            code=Subquery(names.values("code")[:1]), name=Subquery(names.values("name")[:1])
        )

    def below(self, area: "Area") -> Self:
        """The area itself and everything under it."""
        return self.filter(path__startswith=area.path)


class AreaManager(MP_NodeManager.from_queryset(AreaQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> AreaQuerySet:
        return AreaQuerySet(self.model, using=self._db).order_by("path")


class Area(MP_Node):
    """The identity of a place, to which foreign keys point: it outlives names, codes and its own
    end.

    Its place in the tree is today's. It exists on the days on which it bears a name.
    """

    kind = models.CharField(_("层级"), max_length=10, choices=AreaKind)

    objects = AreaManager()

    class Meta:
        verbose_name = _("区域")
        verbose_name_plural = _("区域")
        constraints = [
            models.CheckConstraint(name="area_kind_known", condition=Q(kind__in=AreaKind.values))
        ]
        indexes = [models.Index(fields=["kind"], name="area_kind")]

    def __str__(self) -> str:
        """As its query named it, else by its last name."""
        if named := getattr(self, "name", None):
            return str(named)
        latest = self.names.order_by("-pk").first()
        return latest.name if latest else f"{self.get_kind_display()} {self.pk}"

    def name_on(self, day: date) -> "AreaName | None":
        return self.names.on(day).first()


class AreaNameQuerySet(DatedQuerySet["AreaName"]):
    def of_kinds(self, kinds: Collection[str]) -> Self:
        return self.filter(area__kind__in=kinds)


class AreaName(DatedModel):
    """What an area is called, and by which code it is known, from a day on."""

    KEY = ("area_id",)
    VALUES = ("code", "name")

    area = models.ForeignKey(
        Area, verbose_name=_("区域"), on_delete=models.PROTECT, related_name="names"
    )
    code = models.CharField(_("编码"), max_length=64)
    name = models.CharField(_("名称"), max_length=200)

    objects: ClassVar = AreaNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("区域名称")
        verbose_name_plural = _("区域名称")
        constraints = dated_constraints("area_name", "area")
        indexes = [models.Index(fields=["code"], name="area_name_code")]

    def __str__(self) -> str:
        return self.name


class Turn(models.Model):
    """A row to lock: who holds a register's turn is the only one who writes there (see `turns`)."""

    name = models.CharField(max_length=40, primary_key=True)
    taken = models.PositiveBigIntegerField(default=0)  # how often so far

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("写入顺序")
        verbose_name_plural = _("写入顺序")

    def __str__(self) -> str:
        return self.name
