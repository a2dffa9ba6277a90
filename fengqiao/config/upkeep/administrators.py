"""Who administers the system before anybody does: made on its own machine, without a password that
somebody else has ever seen."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from fengqiao.config.upkeep.acts import ADMINISTRATOR_MADE
from fengqiao.kernel.accounts.codes import give_code
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused

REASON = "在服务器上建立的第一个系统管理员"


@transaction.atomic
def make_first(username: str, name: str) -> str:
    """The account, its role over the whole system, and the code with which its owner sets a password;
    refused once there is such an administrator, for others are made in the system."""
    if administrators().exists():
        raise InputRefused("已有系统管理员,其他账号请在系统里建立;忘记密码可用 accounts code")
    user = User(username=User.normalize_username(username), name=name)
    user.set_unusable_password()
    try:
        user.full_clean()
    except ValidationError as wrong:
        raise InputRefused(" ".join(wrong.messages)) from None
    user.save()
    user.grants.create(role=Role.SYSTEM_ADMIN, begins_on=timezone.localdate(), reason=REASON)
    record(ADMINISTRATOR_MADE, by=None, subject=user, name=name, username=username)
    return give_code(user, by=None)


def let_in(username: str) -> str:
    """A code for an administrator of the whole system, whom nobody else may give one."""
    user = User.objects.filter(username=username, grants__in=administrators()).first()
    if user is None:
        raise InputRefused("没有这个系统管理员;其他人的验证码由管理员在系统里发放")
    try:
        return give_code(user, by=None)
    except PermissionDenied:
        raise InputRefused("这个账号已停用,不能发放验证码") from None


def administrators() -> QuerySet[Grant]:
    """The grants of today that reach over the whole system and everything that an administrator does."""
    held: QuerySet[Grant] = Grant.objects.on(timezone.localdate())
    return held.filter(role=Role.SYSTEM_ADMIN, area=None, user__is_active=True)
