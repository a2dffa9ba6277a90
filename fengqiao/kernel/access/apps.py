from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class AccessConfig(AppConfig):
    name = "fengqiao.kernel.access"
    label = "access"
    verbose_name = _("账号和权限")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.accounts.permissions import SEE

        menu.add(menu.Entry(_("账号"), "access:accounts", "users", 60, SEE))
