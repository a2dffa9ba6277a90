"""What start-up checks: which keys there were, and which columns hold values."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.keys import Kind


class KeyCheck(models.Model):
    """A key by its id and a salted check value, from which the key cannot be found."""

    key_id = models.CharField(_("编号"), max_length=8, unique=True)
    salt = models.CharField(max_length=32)
    check_value = models.CharField(max_length=64)
    made_at = models.DateTimeField(_("启用时间"), default=timezone.now)

    class Meta:
        verbose_name = _("密钥校验值")
        verbose_name_plural = _("密钥校验值")

    def __str__(self) -> str:
        return self.key_id


class SealedColumn(models.Model):
    """A column of encrypted values or of codes, as the database has it after `migrate`."""

    kind = models.CharField(_("种类"), max_length=1, choices=Kind)
    table = models.CharField(_("表"), max_length=100)
    column = models.CharField(_("栏"), max_length=100)

    class Meta:
        verbose_name = _("加密栏")
        verbose_name_plural = _("加密栏")
        constraints = [
            models.UniqueConstraint(fields=["table", "column"], name="crypto_column_once"),
            models.CheckConstraint(
                name="crypto_column_kind_known", condition=models.Q(kind__in=Kind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}.{self.column}"
