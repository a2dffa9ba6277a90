from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts import phones
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.held import Held, holdings, narrowed
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.kernel.crypto.lookups import LookupField


class UserQuerySet(ScopedQuerySet["User"]):
    def open_with(self, phone: str) -> Self:
        """The open accounts with this number, however it is written."""
        number = normalise.phone(phone)
        return self.filter(phone_code=number, is_active=True) if number else self.none()


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(
        self, username: str, password: str | None = None, *, name: str, phone: str = ""
    ) -> "User":
        """A new account; without a password nobody can sign in with it."""
        username = self.model.normalize_username(username)
        user = self.model(username=username, name=name, phone=phone or None)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account. It knows no staff: the post points at the account and ends its grants."""

    username = models.CharField(
        _("用户名"),
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("已有这个用户名。")},
    )
    name = models.CharField(_("姓名"), max_length=60)
    phone = SM4TextField(_("手机号"), null=True, blank=True)  # E.164
    phone_code = LookupField(source="phone", normalise=normalise.phone)
    is_active = models.BooleanField(_("启用"), default=True)
    joined_at = models.DateTimeField(_("建立时间"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("账号")
        verbose_name_plural = _("账号")
        indexes = [models.Index(fields=["phone_code"], name="account_phone_code")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A user name and a phone lead to one account: the database cannot say so of a code that is
        made anew while keys change."""
        super().clean()
        others = User.objects.exclude(pk=self.pk)
        faults: dict[str, Any] = {}
        try:
            self.phone = phones.written(self.phone or "") or None
        except ValidationError as fault:
            faults["phone"] = fault
        else:
            if self.phone and self.is_active and others.open_with(self.phone).exists():
                faults["phone"] = _("已有账号登记了这个手机号。")
        if others.filter(username__iexact=self.username).exists():
            faults["username"] = _("已有这个用户名。")
        elif phones.is_mobile(normalise.phone(self.username)):
            faults["username"] = _("用户名不能是手机号。手机号另行登记,也可用来登录。")
        if faults:
            raise ValidationError(faults)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.phone = normalise.phone(self.phone or "") or None
        super().save(*args, **kwargs)

    # Set while somebody acts through something that was lent some of his rights only.
    confined_to: frozenset[str] | None = None

    @cached_property
    def held(self) -> list[Held]:
        """The roles of today, each with the place of its area in the tree; none when closed."""
        if not self.is_active:
            return []
        names = ("role", "area__path", "area__kind", "area")
        grants = self.grants.on(timezone.localdate()).values_list(*names)
        return [
            Held(Role(role), path or "", pk if kind == AreaKind.OFFICE else None)
            for role, path, kind, pk in grants
        ]

    @property
    def has_ended(self) -> bool:
        """Whether the account had rights and the last of them has ended; asks only who holds
        none."""
        if self.held:
            return False
        ends = list(self.grants.values_list("ends_on", flat=True))
        return bool(ends) and all(end and end <= timezone.localdate() for end in ends)

    def has_role(self, *roles: Role) -> bool:
        return any(held.role in roles for held in self.held)

    def can(self, right: str, area: Area | None = None) -> bool:
        """Whether the user holds the right: anywhere, or for this area."""
        return any(
            area is None or held.covers(far, area.path) for held, far in holdings(self, right)
        )

    def administers(self, area: Area | None, right: str) -> bool:
        """Whether the right reaches the area; None is the whole system."""
        if area is not None:
            return self.can(right, area)
        return any(held.place(far) == "" for held, far in holdings(self, right))

    def narrow(self, rows: Any, right: str = "") -> Any:
        """What `visible_to` lets through."""
        return narrowed(rows, self, right) if self.is_active else rows.none()


class GrantQuerySet(ScopedQuerySet["Grant"]):
    def on(self, day: date) -> Self:
        """Those that hold on the day."""
        return self.standing(day).filter(begins_on__lte=day)

    def standing(self, day: date) -> Self:
        """Those that hold on the day or later."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day))


class Grant(models.Model):
    """A role in an area from a day to a day; half-open, so that the right ends on its last day.

    Without an area it reaches over the whole system.
    """

    user = models.ForeignKey(
        User, verbose_name=_("账号"), on_delete=models.PROTECT, related_name="grants"
    )
    role = models.CharField(_("角色"), max_length=20, choices=Role)
    area = models.ForeignKey(
        Area,
        verbose_name=_("区域"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    begins_on = models.DateField(_("起始日期"))
    ends_on = models.DateField(_("终止日期"), null=True, blank=True)
    reason = models.CharField(_("依据"), max_length=200, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("授权人"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )  # null: the command line

    objects: ClassVar = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("授权")
        verbose_name_plural = _("授权")
        ordering = ["begins_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="grant_ends_after_begin",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
            ),
            models.CheckConstraint(name="grant_role_known", condition=Q(role__in=Role.values)),
        ]
        indexes = [models.Index(fields=["user", "ends_on"], name="grant_of_user")]

    def __str__(self) -> str:
        place = self.area or _("全系统")
        return f"{self.get_role_display()} · {place}"
