from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet


class State(models.TextChoices):
    WAITING = "waiting", _("等待")
    RUNNING = "running", _("进行中")
    DONE = "done", _("完成")
    REFUSED = "refused", _("不能进行")
    FAILED = "failed", _("失败")


ENDED = (State.DONE, State.REFUSED, State.FAILED)


class Job(models.Model):
    """One piece of background work, from its start to its result or its failure."""

    kind = models.CharField(_("种类"), max_length=60)
    title = models.CharField(_("任务"), max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.WAITING)
    step = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)  # 0: not known how many
    words = models.CharField(_("进度"), max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(_("已试次数"), default=0)
    message = models.TextField(_("说明"), blank=True)  # why it was refused or failed
    result = models.CharField(max_length=300, blank=True)  # address of what it made
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("发起人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the periodic table
    created_at = models.DateTimeField(_("发起时间"), auto_now_add=True)
    due_at = models.DateTimeField(null=True, blank=True)  # of the next attempt
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(_("结束时间"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("任务")
        verbose_name_plural = _("任务")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["heartbeat_at"], name="job_running", condition=Q(state=State.RUNNING)
            )
        ]
        constraints = [
            models.CheckConstraint(name="job_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="job_ended_has_time", condition=~Q(state__in=ENDED) | Q(ended_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("jobs:job", args=[self.pk])

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED

    @property
    def percent(self) -> int | None:
        """How much is done, 0-100; null where it is not known."""
        return min(100, 100 * self.step // self.steps) if self.steps else None


class Schedule(models.Model):
    """When a periodic function is due next; the functions themselves are registered in code."""

    name = models.CharField(max_length=60, primary_key=True)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("定时任务")
        verbose_name_plural = _("定时任务")

    def __str__(self) -> str:
        return self.name
