"""Who must prove by a second thing who he is, and who does."""

from collections.abc import Mapping

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts import codes, sessions
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User

# The roles that see personal data, or decide who does, each with what it sees.
WHY: Mapping[Role, str | Promise] = {
    Role.MEDIATOR: _("调解当事人"),
    Role.ASSISTANT: _("本所办理的各类人员"),
    Role.DIRECTOR: _("本所办理的各类人员"),
    Role.CORRECTION_OFFICER: _("社区矫正对象"),
    Role.VILLAGE_ADVISER: _("咨询和调解的当事人"),
    Role.DISTRICT_BUREAU: _("辖区内办理的人员"),
    Role.DISTRICT_ADMIN: _("账号和授权"),
    Role.CITY_BUREAU: _("辖区内办理的人员"),
    Role.POLICE: _("移送的当事人"),
    Role.COURT: _("委派和移送的当事人"),
    Role.SYSTEM_ADMIN: _("账号和授权"),
    Role.AUDITOR: _("操作记录"),
}
PROOFS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
TAKEN = _("两步验证被重置")


def wants(user: User) -> bool:
    """Whether a role of today wants it, where the system asks for it at all."""
    return settings.SECOND_FACTOR and user.has_role(*WHY)


def has(user: User) -> bool:
    """Whether the person has set one up."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=PROOFS).exists())


def of(user: User) -> list[Authenticator]:
    """All that the person set up, the oldest first."""
    return list(Authenticator.objects.filter(user_id=user.pk).order_by("created_at", "pk"))


def can_be_taken(user: User) -> bool:
    """Whether there is anything to reset."""
    return has(user) or bool(SocialAccount.objects.filter(user_id=user.pk).exists())


@transaction.atomic
def take_away(user: User, *, by: User | None) -> int:
    """Remove the factors of a person who lost them, and the binding to an identity of the city,
    face to face like a code; how many factors there were. The next sign-in asks for a new one.

    None stands for the command line; PermissionDenied where `by` could not give a code either.
    """
    if by is not None and not codes.may_give(user, by):
        raise PermissionDenied
    factors = of(user)
    for factor in factors:
        factor.delete()
    SocialAccount.objects.filter(user_id=user.pk).delete()
    sessions.end(user, TAKEN)
    return len(factors)
