"""What belongs to signing in beside the account: codes given at the counter, devices known."""

from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.models.account import User
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField

ATTEMPTS = 5


class OneTimeCodeQuerySet(ScopedQuerySet["OneTimeCode"]):
    def live(self) -> Self:
        """Those with which a password may still be set."""
        now = timezone.now()
        return self.filter(used_at=None, ends_at__gt=now, attempts__lt=ATTEMPTS)


class OneTimeCode(models.Model):
    """Given face to face, so that a person sets a password that nobody else ever knows.

    Only a digest is kept; it ends soon, is used once, and bears few attempts.
    """

    user = models.ForeignKey(
        User, verbose_name=_("账号"), on_delete=models.PROTECT, related_name="one_time_codes"
    )
    digest = models.CharField(max_length=128, editable=False)
    given_by = models.ForeignKey(
        User,
        verbose_name=_("发放人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the command line
    given_at = models.DateTimeField(_("发放时间"), default=timezone.now)
    ends_at = models.DateTimeField(_("失效时间"))
    attempts = models.PositiveSmallIntegerField(_("已试次数"), default=0)
    used_at = models.DateTimeField(_("使用时间"), null=True, blank=True)

    objects: ClassVar = OneTimeCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("一次性验证码")
        verbose_name_plural = _("一次性验证码")
        ordering = ["-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.user} {self.given_at:%Y-%m-%d %H:%M}"


class Device(models.Model):
    """A browser in which the person signed in before, known by a token in its cookie."""

    user = models.ForeignKey(
        User, verbose_name=_("账号"), on_delete=models.CASCADE, related_name="devices"
    )
    digest = models.CharField(max_length=64, editable=False)
    known_since = models.DateTimeField(_("首次登录"), default=timezone.now)

    objects: ClassVar = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("登录过的设备")
        verbose_name_plural = _("登录过的设备")
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="device_known_once")]

    def __str__(self) -> str:
        return f"{self.user} {self.known_since:%Y-%m-%d}"


class FactorSecret(models.Model):
    """What a second factor is computed from, encrypted in a column of its own, so that it is
    renewed with the keys; allauth's row names it by its number."""

    text = SM4TextField(editable=False)

    objects: ClassVar = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("两步验证的密钥")
        verbose_name_plural = _("两步验证的密钥")

    def __str__(self) -> str:
        return str(self.pk)
