"""Django's rules for passwords, said in our words."""

from typing import Any

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

RULES = gettext_lazy("至少 10 位;不用常见密码和纯数字,不与自己的用户名、姓名、手机号相似。")


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("密码太短,至少要 %(length)d 位。") % {"length": self.min_length}


class Uncommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("这个密码太常见,容易被猜到。")


class NotANumber(django.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return _("密码不能全是数字。")


class NotLikeOneself(django.UserAttributeSimilarityValidator):
    """Not like the user name, the name or the phone."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(user_attributes=("username", "name", "phone"), **kwargs)

    def get_error_message(self) -> str:
        return _("密码与%(verbose_name)s太相似。")
