from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.mediation.enums import End, Matter, Post
from fengqiao.registers.mediation.models.body import Body
from fengqiao.registers.organisations.models import Staff


class MediatorQuerySet(ScopedQuerySet["Mediator"]):
    def seated_on(self, day: date, body: "Body | None" = None) -> Self:
        """Who holds a seat on the day, in the body or in any."""
        seats = Seat.objects.on(day)
        return self.filter(pk__in=(seats.filter(body=body) if body else seats).values("mediator"))


class Mediator(models.Model):
    """Somebody who mediates for bodies of one office: one of its staff, or a person from outside.

    With an account he sees his cases himself; without one a colleague writes them down.
    """

    office = models.ForeignKey(
        Area, verbose_name=_("司法所"), on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("姓名"), max_length=60)
    woman = models.BooleanField(_("女"), default=False)
    full_time = models.BooleanField(_("专职"), default=False)
    specialities: Any = models.JSONField(_("擅长"), default=list, blank=True)  # values of `Matter`
    staff = models.ForeignKey(
        Staff,
        verbose_name=_("本所人员"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("账号"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mediators",
    )

    objects = MediatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("调解员")
        verbose_name_plural = _("调解员")
        ordering = ["office", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="mediator_account_once",
                fields=["office", "account"],
                condition=Q(account__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("mediation:mediator", args=[self.pk])

    @property
    def good_at(self) -> str:
        """What he is good at, in words."""
        return "、".join(str(Matter(value).label) for value in self.specialities)


class SeatQuerySet(ScopedQuerySet["Seat"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), begins_on__lte=day)


class Seat(models.Model):
    """Who sits in a body, as what, from a day to a day; half-open."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    mediator = models.ForeignKey(Mediator, on_delete=models.PROTECT, related_name="seats")
    post = models.CharField(_("职务"), max_length=10, choices=Post)
    begins_on = models.DateField(_("任职日期"))
    ends_on = models.DateField(_("离任日期"), null=True, blank=True)
    end = models.CharField(_("离任原因"), max_length=10, choices=End, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ["begins_on", "pk"]
        constraints = [
            models.CheckConstraint(name="seat_post", condition=Q(post__in=Post.values)),
            models.CheckConstraint(
                name="seat_ends_after_begin",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
            ),
            models.UniqueConstraint(
                name="seat_open_once", fields=["body", "mediator"], condition=Q(ends_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mediator_id} {self.post}"

    def get_absolute_url(self) -> str:
        return self.body.get_absolute_url()


class Training(models.Model):
    """A training that a mediator took part in (人民调解法 14)."""

    mediator = models.ForeignKey(Mediator, on_delete=models.PROTECT, related_name="trainings")
    held_on = models.DateField(_("培训日期"))
    subject = models.CharField(_("培训内容"), max_length=200)
    organiser = models.CharField(_("举办单位"), max_length=100, blank=True)
    hours = models.PositiveSmallIntegerField(_("学时"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("培训")
        verbose_name_plural = _("培训")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.held_on.isoformat()} {self.subject}"
