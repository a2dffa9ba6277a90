"""The trail in five tables; triggers (`guards.py`) keep all of them from being changed."""

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Model, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.audit.digests import SAID
from fengqiao.kernel.audit.reach import reached
from fengqiao.kernel.audit.registry import Act, Kind, act_named, names_of
from fengqiao.kernel.audit.via import Via

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser


SELDOM = {Kind.EXPORT, Kind.REFUSAL, Kind.SETTING}


class EntryQuerySet(ScopedQuerySet["Entry"]):
    def visible_to(self, user: "AbstractBaseUser | AnonymousUser", right: str = "") -> Self:
        """What the table of rights says, asked in a way that costs the same however long the trail
        has grown."""
        return reached(self, user, right)

    def about(self, record: Model) -> Self:
        """What was done to this record, or looked at in it."""
        return self.filter(subject_kind=record._meta.label_lower, subject_id=record.pk)

    def of_kind(self, *kinds: Kind) -> Self:
        """The newest of seldom kinds are found by their acts; of others among the newest of all, for
        SQLite would sort half the trail by the index of acts: so that one is kept out of its sight."""
        acts = names_of(*kinds)
        if set(kinds) <= SELDOM:
            found = self.filter(act__in=acts).order_by().values("pk")
            return type(self)(self.model).filter(pk__in=found)
        return self.alias(what=Concat("act", Value(""))).filter(what__in=acts)


class Entry(models.Model):
    """One act. It is written once, by `record`, and never changed.

    `label` names the subject without personal data, for it can never be forgotten. `city` and
    `district` are the places in the tree of the areas above at that time.
    """

    at = models.DateTimeField(_("时间"), default=timezone.now)
    act = models.CharField(_("事项"), max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("操作人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )  # null: the command line or the system itself; `via` says which
    via = models.CharField(_("途径"), max_length=10, choices=Via)
    area = models.ForeignKey(
        Area,
        verbose_name=_("区域"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    city = models.CharField(max_length=Area.steplen, blank=True)
    district = models.CharField(max_length=2 * Area.steplen, blank=True)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.PositiveBigIntegerField(null=True, blank=True)
    label = models.CharField(_("对象"), max_length=200, blank=True)
    payload_hash = models.CharField(max_length=64, blank=True)  # empty: nothing else was kept
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("操作记录")
        verbose_name_plural = _("操作记录")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="entry_latest"),
            models.Index(fields=["district", "-at", "-id"], name="entry_district"),
            models.Index(fields=["area", "-at", "-id"], name="entry_area"),
            models.Index(fields=["act", "-at", "-id"], name="entry_act"),
            models.Index(fields=["area", "act", "-at", "-id"], name="entry_area_act"),
            models.Index(fields=["district", "act", "-at", "-id"], name="entry_district_act"),
            models.Index(fields=["by", "-at", "-id"], name="entry_by"),
            models.Index(
                fields=["subject_kind", "subject_id", "-at", "-id"],
                name="entry_subject",
                condition=Q(subject_id__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(name="entry_via_known", condition=Q(via__in=Via.values))
        ]

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.act}"

    def get_absolute_url(self) -> str:
        return reverse("trail:entry", args=[self.pk])

    @property
    def said(self) -> list[Any]:
        """What the digest covers."""
        return [getattr(self, name) for name in SAID]

    @property
    def stated(self) -> Act:
        return act_named(self.act)


class Payload(models.Model):
    """What else is kept of an act: text that may hold personal data, apart from the entry so that
    it can be forgotten (`forget`)."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True)
    salt = models.CharField(max_length=32)
    body = models.TextField()  # JSON

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("操作详情")
        verbose_name_plural = _("操作详情")

    def __str__(self) -> str:
        return str(self.entry_id)


class Forgotten(models.Model):
    """That a payload was deleted on purpose; without this row the database refuses to."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    order = models.ForeignKey(
        Entry, on_delete=models.PROTECT, related_name="+"
    )  # the entry that says who ordered it and why

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("已删去的详情")
        verbose_name_plural = _("已删去的详情")

    def __str__(self) -> str:
        return str(self.entry_id)


class Pending(models.Model):
    """Entries that wait for the sealer; a trigger puts each here, so that none is overlooked."""

    entry = models.OneToOneField(
        Entry, on_delete=models.DO_NOTHING, primary_key=True, related_name="+"
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("待封存记录")
        verbose_name_plural = _("待封存记录")

    def __str__(self) -> str:
        return str(self.entry_id)


class Link(models.Model):
    """A link of the chain: the entry in this place, bound to the link before it."""

    position = models.PositiveBigIntegerField(_("位置"), primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT)
    previous = models.CharField(max_length=64)
    hash = models.CharField(_("链值"), max_length=64)
    sealed_at = models.DateTimeField(_("封存时间"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("封存记录")
        verbose_name_plural = _("封存记录")

    def __str__(self) -> str:
        return f"{self.position} {self.hash}"
