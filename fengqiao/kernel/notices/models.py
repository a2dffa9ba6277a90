from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet

LONGEST = 300


class Kind(models.TextChoices):
    """Why a person is told."""

    RESULT = "result", _("办理结果")
    ATTENTION = "attention", _("需要处理")
    SAFETY = "safety", _("账号安全")


class NoticeQuerySet(ScopedQuerySet["Notice"]):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def mark_read(self) -> int:
        """The moment of the first opening stays."""
        return self.unread().update(read_at=timezone.now())


class Notice(models.Model):
    """One sentence to one person, with the address of what it is about."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("收件人"),
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )
    kind = models.CharField(_("种类"), max_length=10, choices=Kind)
    text = models.CharField(_("内容"), max_length=LONGEST)
    url = models.CharField(max_length=LONGEST, blank=True)  # a path of our own
    created_at = models.DateTimeField(_("时间"), default=timezone.now, db_index=True)
    read_at = models.DateTimeField(_("已读时间"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("收件")
        verbose_name_plural = _("收件")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["user", "-id"], name="notice_of_user"),
            models.Index(fields=["user"], name="notice_unread", condition=Q(read_at=None)),
        ]
        constraints = [
            models.CheckConstraint(name="notice_kind_known", condition=Q(kind__in=Kind.values))
        ]

    def __str__(self) -> str:
        return self.text
