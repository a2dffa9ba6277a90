from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.dangers import Alarm
from fengqiao.duties.disputes.enums import (
    ENDS,
    ONCE_ACCEPTED,
    AgreementForm,
    Chosen,
    Confirmation,
    Difficulty,
    Ground,
    Kind,
    Matter,
    Performance,
    Referrer,
    Source,
    State,
    Way,
)
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.kernel.workflow.models import Case
from fengqiao.registers.mediation.heads import headed_by
from fengqiao.registers.mediation.models import Body, Mediator

TAKE = "disputes.take"  # the right of the other side, to whom it was offered
RECEIVE = "disputes.receive"  # that of the other office, to which it was sent


class DisputeQuerySet(ScopedQuerySet["Dispute"]):
    def open(self) -> Self:
        return self.exclude(state__in=ENDS)

    def unfinished(self) -> Self:
        """Open, or not accepted here and the parties not told of it yet."""
        untold = Q(state=State.DECLINED, told_on=None) & ~Q(taken_over=State.DECLINED)
        return self.filter(~Q(state__in=ENDS) | untold)


class Dispute(Case):
    """One dispute; one office guides it, one body handles it, and one person answers for it.

    What people say about it (`summary`, `request`) stands encrypted. There is no field for a fee,
    because mediation costs nothing (人民调解法 4).
    """

    state = models.CharField(_("状态"), max_length=20, choices=State)
    office = models.ForeignKey(
        Area,
        verbose_name=_("司法所"),
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    # Who handles it, of which body; none for 行政调解, which stands under no committee.
    body = models.ForeignKey(
        Body,
        verbose_name=_("调解组织"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    mediator = models.ForeignKey(
        Mediator,
        verbose_name=_("调解员"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    chosen = models.CharField(_("调解员由谁确定"), max_length=10, choices=Chosen, blank=True)
    # The other body to which it was offered, until that one takes it or sends it back.
    offered_to = models.ForeignKey(
        Body,
        verbose_name=_("移送给"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    number = models.CharField(_("案号"), max_length=60)
    kind = models.CharField(_("调解类别"), max_length=20, choices=Kind)
    matter = models.CharField(_("纠纷类型"), max_length=20, choices=Matter)
    source = models.CharField(_("来源"), max_length=20, choices=Source)
    referrer = models.CharField(_("移送单位"), max_length=20, choices=Referrer, blank=True)
    difficulty = models.CharField(
        _("难易程度"),
        max_length=10,
        choices=Difficulty,
        default=Difficulty.ORDINARY,
        blank=True,  # a ledger may not say
    )
    summary = SM4TextField(_("简要情况"), default="", blank=True)
    # The day and the content of the request: from that day limitation runs anew (民法典 195).
    asked_on = models.DateField(_("申请日期"), null=True, blank=True)
    request = SM4TextField(_("申请事项"), default="", blank=True)
    registered_on = models.DateField(_("登记日期"))
    accepted_on = models.DateField(_("受理日期"), null=True, blank=True)
    # The day on which mediation began, after nature, effect, rights and duties were told.
    started_on = models.DateField(_("开始调解日期"), null=True, blank=True)
    # The day on which an ended case was taken up again; it is then accepted anew, or not.
    reopened_on = models.DateField(_("重新登记日期"), null=True, blank=True)
    ended_on = models.DateField(_("结案日期"), null=True, blank=True)
    ground = models.CharField(_("不予受理的原因"), max_length=20, choices=Ground, blank=True)
    agreement_form = models.CharField(
        _("协议形式"), max_length=10, choices=AgreementForm, blank=True
    )
    agreement = SM4TextField(_("协议内容"), default="", blank=True)
    amount = models.DecimalField(
        _("涉及金额(元)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    effective_on = models.DateField(_("协议生效日期"), null=True, blank=True)
    performance = models.CharField(_("履行情况"), max_length=12, choices=Performance, blank=True)
    confirmation = models.CharField(_("司法确认"), max_length=10, choices=Confirmation, blank=True)
    # Null: not known.
    prevented_crime = models.BooleanField(_("防止民转刑"), null=True, blank=True)
    prevented_group = models.BooleanField(_("防止群体性事件"), null=True, blank=True)
    people_count = models.PositiveIntegerField(_("涉及人数"), null=True, blank=True)
    told_on = models.DateField(_("告知日期"), null=True, blank=True)
    # What of the reports that the law bids is still owed; no case ends with it (PRV-07, MED-13).
    alarm = models.CharField(_("报告"), max_length=10, choices=Alarm, blank=True, default="")
    # How many codes were handed to its parties; which, nobody keeps (ADR 46).
    opinions_asked = models.PositiveSmallIntegerField(_("已发评价码"), default=0)
    told_by = models.CharField(_("告知方式"), max_length=12, choices=Way, blank=True)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        verbose_name = _("纠纷")
        verbose_name_plural = _("纠纷")
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="dispute_number_once"),
            models.CheckConstraint(name="dispute_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="dispute_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="dispute_body_of_peoples_law",
                condition=~Q(kind=Kind.ADMINISTRATIVE)
                | Q(body=None, mediator=None, offered_to=None),
            ),
            models.CheckConstraint(
                name="dispute_ended_has_day",
                condition=Q(state__in=ENDS, ended_on__isnull=False)
                | (~Q(state__in=ENDS) & Q(ended_on=None)),
            ),
            models.CheckConstraint(
                name="dispute_accepted_has_day",
                condition=~Q(state__in=ONCE_ACCEPTED) | Q(accepted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="dispute_agreed_has_agreement",
                condition=Q(state=State.AGREED, agreement_form__in=AgreementForm.values)
                & (Q(effective_on__isnull=False) | Q(taken_over=State.AGREED))
                | (~Q(state=State.AGREED) & Q(effective_on=None, agreement_form="")),
            ),
            models.CheckConstraint(
                name="dispute_ended_owes_no_report", condition=~Q(state__in=ENDS) | Q(alarm="")
            ),
            models.CheckConstraint(
                name="dispute_kept_what_was_agreed",
                condition=Q(state=State.AGREED) | Q(performance="", confirmation=""),
            ),
            models.CheckConstraint(
                name="dispute_amount_not_negative", condition=Q(amount=None) | Q(amount__gte=0)
            ),
            models.CheckConstraint(
                name="dispute_days_in_order",
                condition=(Q(accepted_on=None) | Q(accepted_on__gte=F("registered_on")))
                & (Q(ended_on=None) | Q(ended_on__gte=F("registered_on")))
                & (Q(accepted_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("accepted_on"))),
            ),
            models.CheckConstraint(
                name="dispute_referrer_of_referral",
                condition=Q(source=Source.REFERRAL) | Q(referrer=""),
            ),
        ]
        indexes = [
            models.Index(fields=["-registered_on", "-id"], name="dispute_latest"),
            models.Index(fields=["office", "-registered_on", "-id"], name="dispute_office"),
            models.Index(
                fields=["office", "state", "-registered_on", "-id"], name="dispute_office_state"
            ),
            models.Index(fields=["owner", "-registered_on", "-id"], name="dispute_owner"),
            models.Index(
                fields=["body", "state", "-registered_on", "-id"],
                name="dispute_body",
                condition=Q(body__isnull=False),
            ),
            models.Index(
                fields=["offered_to"],
                name="dispute_offered",
                condition=Q(offered_to__isnull=False),
            ),
            models.Index(
                fields=["mediator", "state", "-registered_on", "-id"],
                name="dispute_mediator",
                condition=Q(mediator__isnull=False),
            ),
            models.Index(fields=["accepted_on"], name="dispute_accepted"),
            models.Index(fields=["ended_on"], name="dispute_ended"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("disputes:dispute", args=[self.pk])

    @property
    def dossier_url(self) -> str:
        return reverse("disputes:dossier", args=[self.pk])

    @property
    def area(self) -> Area:
        """Where it lies, for rights, trail and terms."""
        return self.office

    @property
    def latest_on(self) -> date:
        """The last day on record; no act lies before it."""
        days = (
            self.registered_on,
            self.reopened_on,
            self.accepted_on,
            self.told_on,
            self.started_on,
            self.ended_on,
        )
        return max(day for day in days if day)

    def is_own(self, user: User, right: str) -> bool:
        """The head answers for what his committee handles; what was offered to it he takes or not, and
        the side that offers does not answer for the other."""
        if right == RECEIVE:  # the office answers for it, not a person
            return False
        if right == TAKE:
            return self.offered_to_id is not None and self.offered_to_id in headed_by(user)
        return super().is_own(user, right) or self.body_id in headed_by(user)

    @property
    def owner_name(self) -> str:
        """Who answers for it; an open one without anybody waits in the inbox of its office."""
        if self.owner:
            return self.owner.name
        return str(_("待分派")) if self.is_open else ""

    @property
    def was_decided_elsewhere(self) -> bool:
        """Accepted or not before it came in from a ledger: its papers were made there, if at all."""
        return self.taken_over not in ("", State.REGISTERED)

    @property
    def is_open(self) -> bool:
        return self.state not in ENDS
