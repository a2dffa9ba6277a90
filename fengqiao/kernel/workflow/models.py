"""What a line of work builds its case and its timeline on."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto.fields import SM4JSONField

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


class Case(models.Model):
    """Something that goes through a procedure. `version` counts its acts: who comes with an older
    one has not seen the last. Without an `owner` it waits in the inbox of its office.

    The duty adds `kind`, `area`, `number`, `get_absolute_url` and `latest_on`: the last day on
    record, before which no act may lie.
    """

    state = models.CharField(_("状态"), max_length=20)
    version = models.PositiveIntegerField(default=1)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("承办人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    # The state in which it came in from a ledger; empty: it began here.
    taken_over = models.CharField(_("台账接管时的状态"), max_length=20, blank=True, default="")

    class Meta:
        abstract = True

    def is_own(self, user: "User", right: str) -> bool:
        """Whether it is the user's own: who holds a right for his own alone holds it here."""
        own: bool = self.owner_id == user.pk
        return own


class Event(models.Model):
    """One act in the timeline of a case. The duty adds `case`.

    `said` is what was given with it, `before` the columns as they were, for taking it back.
    """

    act = models.CharField(_("事项"), max_length=30)
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("记录时间"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("办理人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )  # null: the command line
    state_before = models.CharField(max_length=20, blank=True)
    state_after = models.CharField(max_length=20)
    said: Any = SM4JSONField(default=dict)
    before: Any = SM4JSONField(null=True, blank=True)  # null: it cannot be taken back
    taken_back_by = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="takes_back"
    )

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.act} {self.on.isoformat()}"
