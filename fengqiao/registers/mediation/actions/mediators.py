"""Somebody takes a seat, leaves it, learns, gets an account."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.mediation.accounts import follow
from fengqiao.registers.mediation.actions.common import put, refuse_day
from fengqiao.registers.mediation.enums import End, Post
from fengqiao.registers.mediation.models import Body, Mediator, Seat, Training
from fengqiao.registers.organisations.models import Staff, StaffAccount

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@transaction.atomic
def join(
    *,
    body: Body,
    mediator: Mediator | None,
    post: Post | str,
    on: date,
    by: "User | None",
    fit: bool = True,
    **values: Any,
) -> Seat:
    """A mediator of the office takes a seat, or somebody new (None) with the values of `Mediator`.

    `fit`: it was asked whether he is an adult and what else the law wants (人民调解法 14).
    """
    refuse_day(on, body.began_on)
    if Body.objects.select_for_update().get(pk=body.pk).ended_on is not None:
        raise InputRefused(_("这个调解组织已经撤销。"))
    if not fit:
        raise InputRefused(
            _(
                "请先核实:调解员是公道正派、热心调解工作,有一定文化水平、政策水平和法律知识的成年公民(《人民调解法》第十四条)"
            )
        )
    one = mediator or _new(body, values)
    if one.office_id != body.office_id:
        raise InputRefused(_("只能从本所名册里选调解员。"))
    standing = body.seats.filter(ends_on=None).select_for_update()
    if any(seat.mediator_id == one.pk for seat in standing):
        raise InputRefused(_("%(name)s已在这个调解组织任职。") % {"name": one.name})
    if post == Post.HEAD and any(seat.post == Post.HEAD for seat in standing):
        raise InputRefused(_("已有主任(负责人),请先登记其离任或者变更职务。"))
    seat: Seat = Seat.objects.create(body=body, mediator=one, post=post, begins_on=on)
    _of_seat("joined", seat, by, on)
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, on: date, end: End | str, by: "User | None") -> None:
    """He leaves the seat; with the last one the role of his account ends. His cases are passed on."""
    found = Seat.objects.select_for_update(of=("self",)).select_related("mediator__office", "body")
    current = found.get(pk=seat.pk)
    refuse_day(on, current.begins_on)
    if current.ends_on is not None:
        raise InputRefused(_("已经登记过离任。"))
    current.ends_on, current.end = on, end
    current.save(update_fields=["ends_on", "end"])
    _of_seat("seat_ended", current, by, on, str(End(end).label))
    follow(current.mediator, on=on, by=by)


@transaction.atomic
def change_mediator(*, mediator: Mediator, values: dict[str, Any], by: "User") -> None:
    """What is known of him is completed or set right."""
    current = Mediator.objects.select_for_update().get(pk=mediator.pk)
    changed = put(current, values)
    if not changed:
        raise InputRefused(_("没有改动任何一项。"))
    current.save()
    record(
        "mediation.mediator_changed", by=by, subject=current, area=mediator.office, changed=changed
    )


@transaction.atomic
def bind(*, mediator: Mediator, account: "User", by: "User | None") -> None:
    """This is his account: the role of mediator in it follows his seats from now on."""
    taken = Mediator.objects.filter(office=mediator.office, account=account)
    if taken.exclude(pk=mediator.pk).exists():
        raise InputRefused(_("这个账号已对应另一名调解员。"))
    mediator.account = account
    mediator.save(update_fields=["account"])
    record("mediation.account_bound", by=by, subject=mediator, area=mediator.office)
    last = mediator.seats.order_by("-begins_on", "-pk").first()
    if last:
        follow(mediator, on=last.begins_on, by=by)


@transaction.atomic
def train(*, mediators: Collection[Mediator], on: date, by: "User | None", **values: Any) -> int:
    """They took part in a training; how many they were."""
    refuse_day(on)
    if not mediators:
        raise InputRefused(_("请至少选一名调解员。"))
    for one in mediators:
        Training.objects.create(mediator=one, held_on=on, **values)
        what = {"on": on.isoformat(), "what": values.get("subject", "")}
        record("mediation.trained", by=by, subject=one, area=one.office, **what)
    return len(mediators)


def _new(body: Body, values: dict[str, Any]) -> Mediator:
    """One of the staff brings his account along."""
    staff: Staff | None = values.get("staff")
    held = StaffAccount.objects.filter(staff=staff).first() if staff else None
    account = held.account if held else None
    made: Mediator = Mediator.objects.create(office=body.office, account=account, **values)
    return made


def _of_seat(act: str, seat: Seat, by: "User | None", on: date, why: str = "") -> None:
    record(
        f"mediation.{act}",
        by=by,
        subject=seat,
        area=seat.body.office,
        label=f"{seat.body.name} {seat.get_post_display()}",
        on=on.isoformat(),
        mediator=seat.mediator.name,
        post=seat.get_post_display(),
        why=why,
    )
