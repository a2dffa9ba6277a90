from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField


class StoredFile(models.Model):
    """One file, written once. `size` and `digest` (SM3) are of what is given out again, which for a
    picture is not what was brought; `key` opens the bytes on the disk."""

    kind = models.CharField(_("用途"), max_length=60)
    name = models.CharField(_("文件名"), max_length=150)
    type = models.CharField(_("类型"), max_length=10)  # of `types.TYPES`
    size = models.PositiveBigIntegerField(_("大小"))  # bytes
    digest = models.CharField(max_length=64)
    area = models.ForeignKey(
        Area, verbose_name=_("区域"), on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("上传人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the command line
    at = models.DateTimeField(_("上传时间"), default=timezone.now)
    file = models.CharField(max_length=40, unique=True)  # below MEDIA_ROOT
    key = SM4TextField(editable=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("文件")
        verbose_name_plural = _("文件")

    def __str__(self) -> str:
        return self.name
