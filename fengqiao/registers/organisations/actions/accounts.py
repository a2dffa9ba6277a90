"""An account for a person of the register, or an account that is there found to be his."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access import rules
from fengqiao.kernel.access.actions import give_role, open_account
from fengqiao.kernel.access.permissions import BY_POST
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import posts
from fengqiao.registers.organisations.actions.common import register_turn
from fengqiao.registers.organisations.models import Staff, StaffAccount, StaffRecord


def make_staff_account(
    *,
    person: Staff,
    username: str,
    phone: str,
    role: Role,
    begins_on: date,
    ends_on: date | None,
    reason: str,
    by: User,
) -> User:
    """Name and office are those of the register; the role ends with the post there."""
    with register_turn():
        _refuse_second(person)
        account = open_account(
            username=username, name=person.name, phone=phone, area=person.office, by=by
        )
        StaffAccount.objects.create(staff=person, account=account)
        _record(person, account, by)
        give_role(
            user=account,
            role=role,
            area=person.office,
            begins_on=begins_on,
            ends_on=ends_on,
            reason=reason,
            by=by,
        )
        return account


def take_account(
    *,
    person: Staff,
    username: str,
    role: Role,
    begins_on: date,
    ends_on: date | None,
    reason: str,
    by: User,
) -> User:
    """Who comes from elsewhere keeps his account: it gets a role here once all that it held there has
    ended. One sentence for whatever is in the way, so that nobody learns who has which account."""
    with register_turn():
        _refuse_second(person)
        name = User.normalize_username(username.strip())
        account = User.objects.select_for_update().filter(username=name).first()
        if account is None or account.name != person.name or rules.standing(account).exists():
            raise InputRefused(
                _(
                    "不能沿用这个账号。请核对:用户名无误,姓名与名册一致,"
                    "原单位已登记离职、角色都已停止。"
                )
            )
        rules.refuse_own(account, by)
        if not account.is_active:
            account.is_active = True
            account.save(update_fields=["is_active"])
            record("access.reopened", by=by, subject=account, area=person.office, reason=reason)
        StaffAccount.objects.create(staff=person, account=account)
        _record(person, account, by)
        give_role(
            user=account,
            role=role,
            area=person.office,
            begins_on=begins_on,
            ends_on=ends_on,
            reason=reason,
            by=by,
        )
        return account


def bind_account(*, person: Staff, account: User, by: User) -> None:
    """The account is this person's: what it holds in the office ends with the post from now on."""
    with register_turn():
        rules.refuse_own(account, by)
        _refuse_second(person)
        if person.name != account.name:
            words = _("名册上是%(staff)s,账号是%(account)s。不是同一人的,请另建账号。")
            raise InputRefused(words % {"staff": person.name, "account": account.name})
        today = timezone.localdate()
        at_work = StaffRecord.objects.employed_on(today).filter(staff=person).first()
        if at_work is None:
            raise InputRefused(_("%(name)s已不在名册上。") % {"name": person.name})
        link = StaffAccount.objects.create(staff=person, account=account)
        _record(person, account, by)
        held = rules.standing(account).filter(area=person.office, role__in=BY_POST, post=None)
        for grant in held.select_related("given_by"):
            posts.bind_grant(link, grant, at_work.post, max(today, grant.begins_on))


def _refuse_second(person: Staff) -> None:
    if StaffAccount.objects.filter(staff=person).exists():
        raise InputRefused(_("%(name)s已有账号,一人一个账号。") % {"name": person.name})


def _record(person: Staff, account: User, by: User) -> None:
    record("organisations.account_bound", by=by, subject=account, area=person.office)
