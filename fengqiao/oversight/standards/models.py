"""A judgement that is kept: one row, one immutable file, the counts that its pages show, and for each
office a narrow row to list it and a packed one to look at it closely."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.jobs.models import Job


class JudgementQuerySet(ScopedQuerySet["Judgement"]):
    def current(self) -> Self:
        """Those that stand: figures, lists and comparisons rest on these alone."""
        return self.filter(withdrawn_at=None)

    def withdrawn(self) -> Self:
        """Those that were withdrawn (作废); they open, and count for nothing."""
        return self.exclude(withdrawn_at=None)


class Judgement(models.Model):
    """All offices judged by one edition on one day; nothing of it changes later, but it may be
    withdrawn.

    `about` holds the edition's side (titles, sections, targets) as `rulebook` wrote it; the file holds the
    whole judgement once more, `file_digest` is its SHA-256.
    """

    standard = models.CharField(_("标准"), max_length=100)
    title = models.CharField(_("标准名称"), max_length=200)
    edition = models.CharField(_("版本"), max_length=100)
    digest = models.CharField(_("标准摘要"), max_length=64)
    on = models.DateField(_("评定日"))
    kept_at = models.DateTimeField(_("评定时间"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("评定人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the command line
    job = models.OneToOneField(
        Job, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )  # that made it; null: the command line
    file = models.CharField(_("存档文件"), max_length=100, unique=True)
    file_digest = models.CharField(_("存档文件摘要"), max_length=64)
    area = models.ForeignKey(
        Area,
        verbose_name=_("区域"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # the smallest that holds all its offices; null: they share none
    city = models.CharField(_("设区市代码"), max_length=6, blank=True)  # empty: of several cities
    about = models.JSONField()
    withdrawn_at = models.DateTimeField(_("作废时间"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("作废人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    withdrawn_why = models.CharField(_("作废理由"), max_length=300, blank=True)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("达标评定")
        verbose_name_plural = _("达标评定")
        ordering = ["-kept_at", "-pk"]
        indexes = [
            models.Index(fields=["-kept_at", "-id"], name="judgement_latest"),
            models.Index(fields=["area", "standard", "-on"], name="judgement_before"),
        ]
        constraints = [
            models.CheckConstraint(
                name="judgement_withdrawn_with_reason",
                condition=Q(withdrawn_at=None, withdrawn_why="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.on.isoformat()}"


class JudgedOffice(models.Model):
    """One office in a judgement, no wider than a list needs it; `JudgedDetail` has the rest.

    `row` is its number in the judgement, by code point of the codes, from 1: its address, because a
    code may hold any sign. `verdicts` has a letter for each of `verdicts.columns_of` the judgement.
    """

    judgement = models.ForeignKey(
        Judgement, on_delete=models.CASCADE, related_name="offices", db_index=False
    )
    row = models.PositiveIntegerField()
    office = models.ForeignKey(
        Area,
        verbose_name=_("司法所"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )  # null: judged from a file, of an office that the register does not know
    code = models.CharField(_("编码"), max_length=64)
    name = models.CharField(_("名称"), max_length=200)
    district = models.CharField(_("市(区)"), max_length=100)
    kind = models.CharField(_("类型"), max_length=10)
    size = models.CharField(_("分类"), max_length=10, blank=True)
    meets = models.BooleanField(_("达标"), null=True)
    unmet = models.PositiveSmallIntegerField(_("未达标项"))
    unknown = models.PositiveSmallIntegerField(_("未知项"))
    verdicts = models.TextField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("司法所评定结果")
        verbose_name_plural = _("司法所评定结果")
        ordering = ["row"]
        constraints = [
            models.UniqueConstraint(name="judged_row", fields=["judgement", "row"]),
            models.UniqueConstraint(name="judged_once", fields=["judgement", "code"]),
            models.CheckConstraint(
                name="judged_meets_agrees",
                condition=Q(meets=True, unmet=0, unknown=0)
                | Q(meets=False, unmet__gt=0)
                | Q(meets=None, unmet=0, unknown__gt=0),
            ),
        ]
        indexes = [
            models.Index(fields=["judgement", "district", "size"], name="judged_by_district"),
            models.Index(fields=["judgement", "unmet", "unknown", "row"], name="judged_nearest"),
            models.Index(fields=["office", "judgement"], name="judged_area"),
        ]

    def __str__(self) -> str:
        return self.name


class JudgedDetail(models.Model):
    """What is read of one office at a time: its items, its facts and the rows behind them, as they
    were, packed by `packing`."""

    judged = models.OneToOneField(
        JudgedOffice, on_delete=models.CASCADE, primary_key=True, related_name="detail"
    )
    packed = models.BinaryField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("司法所评定明细")
        verbose_name_plural = _("司法所评定明细")

    def __str__(self) -> str:
        return str(self.judged)


class Tally(models.Model):
    """The offices of one class in one district, counted once and for all when the judgement is kept.

    `place` is the district's number by division code, from 1; 0 is all districts together,
    whose targets are added up, not set anew. Offices without a class have a tally without a target.
    `items` has for each of `verdicts.columns_of` the judgement how many offices there are of each
    of `verdicts.LETTERS`.
    """

    judgement = models.ForeignKey(
        Judgement, on_delete=models.CASCADE, related_name="tallies", db_index=False
    )
    place = models.PositiveIntegerField()
    district = models.CharField(_("市(区)"), max_length=100, blank=True)
    size = models.CharField(_("分类"), max_length=10, blank=True)
    offices = models.PositiveIntegerField(_("司法所"))
    met = models.PositiveIntegerField(_("达标"))
    unknown = models.PositiveIntegerField(_("未知"))
    targets = models.PositiveIntegerField(_("目标"))
    reached = models.PositiveIntegerField(_("已完成的目标"))
    short_by = models.PositiveIntegerField(_("尚差"))
    items = models.JSONField()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("达标合计")
        verbose_name_plural = _("达标合计")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(name="tally_once", fields=["judgement", "place", "size"])
        ]
        indexes = [models.Index(fields=["judgement", "district"], name="tally_by_district")]

    def __str__(self) -> str:
        return f"{self.district} {self.size}"
