from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.scoping import ScopedQuerySet
from fengqiao.registers.organisations.enums import Post
from fengqiao.registers.organisations.models.staff import Staff


class StaffAccount(models.Model):
    """Whose account it is: a person of the register has one at most. Who goes to another office is
    another `Staff` there and takes his account along."""

    staff = models.OneToOneField(
        Staff, verbose_name=_("人员"), on_delete=models.PROTECT, related_name="held_account"
    )
    account = models.ForeignKey(
        User, verbose_name=_("账号"), on_delete=models.PROTECT, related_name="staff_accounts"
    )

    objects: ClassVar = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("人员的账号")
        verbose_name_plural = _("人员的账号")

    def __str__(self) -> str:
        return f"{self.staff_id} {self.account_id}"


class PostGrant(models.Model):
    """A role that is held for a post: it ends with the post, and comes back where the end was
    wrong."""

    link = models.ForeignKey(StaffAccount, on_delete=models.PROTECT, related_name="grants")
    grant = models.OneToOneField(
        Grant, verbose_name=_("授权"), on_delete=models.PROTECT, related_name="post"
    )
    post = models.CharField(
        _("岗位"), max_length=10, choices=Post, blank=True
    )  # empty: held for being of the office, whatever the post
    since = models.DateField(_("起始日期"))  # from when on the register answers for it
    ended_on = models.DateField(_("随岗位停止日期"), null=True, blank=True)
    before = models.DateField(null=True, blank=True)  # the end that had been written by hand

    objects: ClassVar = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("随岗位的授权")
        verbose_name_plural = _("随岗位的授权")

    def __str__(self) -> str:
        return f"{self.link_id} {self.grant_id}"
