from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class TrailConfig(AppConfig):
    name = "fengqiao.kernel.trail"
    label = "trail"
    verbose_name = _("操作记录查阅")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.audit.reach import SEE
        from fengqiao.kernel.trail import tasks  # noqa: F401 - what the worker does

        menu.add(menu.Entry(_("操作记录"), "trail:entries", "list-search", 65, SEE))
