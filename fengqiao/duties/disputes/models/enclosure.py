from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.files.models import StoredFile


class Enclosure(models.Model):
    """A scan or a photo that lies in the file of a case, under an entry of its catalogue. One that is a
    signed copy of a paper lies in the place of our print. Nothing is deleted: what was laid in by
    mistake is taken out, with a reason."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="enclosures")
    entry = models.CharField(_("目录项目"), max_length=20)  # of `dossier/catalogue.py`
    title = models.CharField(_("名称"), max_length=100)
    paper = models.ForeignKey(
        Paper,
        verbose_name=_("签名件对应的文书"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveSmallIntegerField(_("页数"))
    position = models.PositiveSmallIntegerField()  # among those of its case, from 1
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("上传人"),
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    at = models.DateTimeField(_("上传时间"), default=timezone.now)
    out_on = models.DateField(_("取出日期"), null=True, blank=True)
    out_why = models.CharField(_("取出的理由"), max_length=200, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("卷内材料")
        verbose_name_plural = _("卷内材料")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="enclosure_out_has_reason",
                condition=Q(out_on=None, out_why="") | (Q(out_on__isnull=False) & ~Q(out_why="")),
            ),
            models.CheckConstraint(name="enclosure_has_pages", condition=Q(pages__gte=1)),
        ]

    def __str__(self) -> str:
        return self.title


class DossierDraft(models.Model):
    """The file as one PDF before it is bound: made when asked for, and anew in its place."""

    dispute = models.OneToOneField(
        Dispute, on_delete=models.PROTECT, primary_key=True, related_name="dossier_draft"
    )
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveIntegerField(_("页数"))
    contents = models.CharField(max_length=64)  # digest of what lay in it
    at = models.DateTimeField(_("生成时间"), default=timezone.now)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("草卷")
        verbose_name_plural = _("草卷")

    def __str__(self) -> str:
        return str(self.dispute_id)
