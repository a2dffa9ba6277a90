from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class MediationConfig(AppConfig):
    name = "fengqiao.registers.mediation"
    label = "mediation"
    verbose_name = _("调解组织")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.access import posts
        from fengqiao.kernel.accounts.enums import Role
        from fengqiao.registers.mediation.accounts import hang
        from fengqiao.registers.mediation.permissions import SEE

        posts.keep(Role.MEDIATOR, hang)
        menu.add(menu.Entry(_("调解组织"), "mediation:bodies", "users-plus", 32, SEE))
