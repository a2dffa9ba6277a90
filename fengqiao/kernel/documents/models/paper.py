from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4JSONField
from fengqiao.kernel.documents.models.template import Template
from fengqiao.kernel.files.models import StoredFile


class PaperState(models.TextChoices):
    STANDING = "standing", _("有效")
    REPLACED = "replaced", _("已有新版本")
    LAPSED = "lapsed", _("已失效")  # the case was taken up again
    VOID = "void", _("已作废")


class PaperQuerySet(ScopedQuerySet["Paper"]):
    def about(self, record: Model) -> Self:
        return self.filter(subject_kind=record._meta.label_lower, subject_id=record.pk)

    def standing(self) -> Self:
        return self.filter(state=PaperState.STANDING)


class Paper(models.Model):
    """A paper as it was issued. Number, layout and values are frozen in the transaction of the act;
    the bytes are drawn from them once, by the worker, and are the copy from then on.

    `code` is the address under which anybody can check a print; it says nothing of the case.
    """

    subject_kind = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    document = models.CharField(_("文书"), max_length=60)  # the row in the table of its duty
    title = models.CharField(_("名称"), max_length=100)
    case_number = models.CharField(_("案号"), max_length=60)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    version = models.PositiveSmallIntegerField(_("版本"), default=1)
    state = models.CharField(
        _("状态"), max_length=10, choices=PaperState, default=PaperState.STANDING
    )
    area = models.ForeignKey(
        Area, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="+", db_index=False
    )
    layout = models.PositiveSmallIntegerField()  # which of the row's layouts, from 1
    template = models.ForeignKey(
        Template, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    values: Any = SM4JSONField()
    event_id = models.PositiveBigIntegerField(null=True)  # the act that made it; null: by hand
    made_on = models.DateField(_("日期"))
    at = models.DateTimeField(_("制作时间"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("制作人"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )  # null: the command line
    code = models.CharField(max_length=32, unique=True)
    word = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    pages = models.PositiveSmallIntegerField(_("页数"), default=0)  # of the PDF

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("文书")
        verbose_name_plural = _("文书")
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="paper_subject")]
        constraints = [
            models.CheckConstraint(
                name="paper_state_known", condition=Q(state__in=PaperState.values)
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_number} {self.title}"

    @property
    def is_drawn(self) -> bool:
        return self.word_id is not None or self.pdf_id is not None
