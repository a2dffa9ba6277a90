from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.scoping import ScopedQuerySet


class TokenQuerySet(ScopedQuerySet["Token"]):
    def on(self, day: date) -> Self:
        """Those that open something on the day."""
        return self.filter(ended_at=None, expires_on__gt=day)


class Token(models.Model):
    """What a program signs in with, for its owner and with no more than some of his rights.

    The secret itself is not kept: `digest` finds it, `start` tells its owner which one it is.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("所有人"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(_("用途"), max_length=60)
    start = models.CharField(_("开头"), max_length=12)
    digest = models.CharField(max_length=64, unique=True)  # SM3 of the secret
    scopes = models.JSONField(_("权限"))  # names of rights
    created_at = models.DateTimeField(_("建立时间"), default=timezone.now)
    expires_on = models.DateField(_("到期日"))  # the first day on which it opens nothing
    ended_at = models.DateTimeField(_("停用时间"), null=True, blank=True)
    used_at = models.DateTimeField(_("最近使用"), null=True, blank=True)
    minute = models.PositiveBigIntegerField(default=0)  # since the epoch: what `calls` counts
    calls = models.PositiveIntegerField(default=0)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("接口令牌")
        verbose_name_plural = _("接口令牌")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.start}…"

    @property
    def opens(self) -> bool:
        """Whether it opens anything today."""
        return self.ended_at is None and self.expires_on > timezone.localdate()


class Answer(models.Model):
    """What a write was answered with, so that the same key is answered the same once more."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)  # SM3 of method, address and body
    status = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("接口应答")
        verbose_name_plural = _("接口应答")
        constraints = [models.UniqueConstraint(name="answer_once", fields=["user", "key"])]

    def __str__(self) -> str:
        return self.key
