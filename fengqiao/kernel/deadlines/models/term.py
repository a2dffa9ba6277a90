"""A term that binds: on what it runs, whose it is, when it ends, and all that was done to it."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.lib.days import Unit

UNITS = [(unit.value, unit.value) for unit in Unit]


class TermState(models.TextChoices):
    RUNNING = "running", _("进行中")
    PAUSED = "paused", _("暂停计算")
    MET = "met", _("已办结")
    DROPPED = "dropped", _("不再计算")


class Level(models.IntegerChoices):
    """How near the end is; each is told once."""

    QUIET = 0, _("未到提醒时间")
    SOON = 1, _("即将到期")
    DUE = 2, _("今天到期")
    OVERDUE = 3, _("已逾期")
    ESCALATED = 4, _("逾期未办,已报上级")


class TermQuerySet(ScopedQuerySet["Term"]):
    def about(self, record: Model) -> Self:
        return self.filter(subject_kind=record._meta.label_lower, subject_id=record.pk)

    def open(self) -> Self:
        return self.filter(state__in=[TermState.RUNNING, TermState.PAUSED])

    def running(self) -> Self:
        return self.filter(state=TermState.RUNNING)

    def due_by(self, day: date) -> Self:
        """Those that end on the day or before and still run, the most urgent first."""
        return self.running().filter(due_on__lte=day).order_by("due_on", "pk")


class Term(models.Model):
    """`last_on` is the last day by the count alone, `due_on` after moving on from a day off.

    The length is that of the day on which the term began: a rule that changes later does not move
    it. `watch_on` is the next day on which the watch has something to tell.
    """

    subject_kind = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    name = models.CharField(max_length=60)  # which of the subject's terms
    title = models.CharField(_("期限"), max_length=100)  # names nobody
    url = models.CharField(max_length=300)
    area = models.ForeignKey(
        Area, verbose_name=_("区域"), on_delete=models.PROTECT, related_name="+", db_index=False
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("承办人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )  # null: it waits in the inbox of its office
    rule = models.CharField(max_length=10, blank=True)  # of rulepacks/statutes
    cite = models.CharField(_("依据"), max_length=200, blank=True)  # empty: not verified
    length = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=20, choices=UNITS)
    rolls = models.BooleanField()
    started_on = models.DateField(_("起算日"))
    # From where the present end was counted: the start, or the last pause or extension.
    counted_from = models.DateField()
    counted_length = models.PositiveSmallIntegerField()
    counted_unit = models.CharField(max_length=20, choices=UNITS)
    last_on = models.DateField()
    due_on = models.DateField(_("到期日"))
    provisional = models.BooleanField(_("预计"), default=False)
    state = models.CharField(_("状态"), max_length=10, choices=TermState, default=TermState.RUNNING)
    paused_on = models.DateField(null=True, blank=True)
    left = models.PositiveSmallIntegerField(null=True, blank=True)  # units when it was paused
    ended_on = models.DateField(_("办结日"), null=True, blank=True)
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.QUIET)
    watch_on = models.DateField(null=True, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("期限")
        verbose_name_plural = _("期限")
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="term_subject"),
            models.Index(
                fields=["watch_on", "id"], name="term_watch", condition=Q(state="running")
            ),
            models.Index(
                fields=["owner", "due_on"], name="term_owner", condition=Q(state="running")
            ),
            models.Index(fields=["area", "due_on"], name="term_area", condition=Q(state="running")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "name"],
                name="term_runs_once",
                condition=Q(state__in=["running", "paused"]),
            ),
            models.CheckConstraint(
                name="term_state_known", condition=Q(state__in=TermState.values)
            ),
            models.CheckConstraint(
                name="term_running_is_watched",
                condition=~Q(state="running") | Q(watch_on__isnull=False),
            ),
            models.CheckConstraint(
                name="term_paused_knows_what_is_left",
                condition=~Q(state="paused") | Q(left__isnull=False, paused_on__isnull=False),
            ),
            models.CheckConstraint(
                name="term_ended_has_day",
                condition=Q(state__in=["running", "paused"]) | Q(ended_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def was_late(self) -> bool:
        """Whether it was met after its end."""
        return self.state == TermState.MET and bool(self.ended_on and self.ended_on > self.due_on)


class Change(models.TextChoices):
    STARTED = "started", _("起算")
    PAUSED = "paused", _("暂停计算")
    RESUMED = "resumed", _("恢复计算")
    EXTENDED = "extended", _("延长")
    HANDED_OVER = "handed_over", _("移交承办人")
    RECOUNTED = "recounted", _("按公布的放假安排重算")
    MET = "met", _("办结")
    DROPPED = "dropped", _("不再计算")


class TermChange(models.Model):
    """One thing that was done to a term; `due_on` is its end after it."""

    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="changes")
    change = models.CharField(max_length=12, choices=Change)
    on = models.DateField(_("日期"))
    due_on = models.DateField(_("到期日"))
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("期限变动")
        verbose_name_plural = _("期限变动")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="term_change_known", condition=Q(change__in=Change.values))
        ]

    def __str__(self) -> str:
        return f"{self.get_change_display()} {self.on.isoformat()}"
