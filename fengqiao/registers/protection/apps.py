from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class ProtectionConfig(AppConfig):
    name = "fengqiao.registers.protection"
    label = "protection"
    verbose_name = _("个人信息保护")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.registers.protection import kept, proposing  # noqa: F401 - is periodic
        from fengqiao.registers.protection.permissions import SEE

        kept.collect()
        menu.add(menu.Entry(_("个人信息保护"), "protection:keeping", "shield-lock", 45, SEE))
