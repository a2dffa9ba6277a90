from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class StandardsConfig(AppConfig):
    name = "fengqiao.oversight.standards"
    label = "standards"
    verbose_name = _("达标")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.oversight.standards import tasks  # noqa: F401 - registers its kinds of work
        from fengqiao.oversight.standards.permissions import SEE

        menu.add(menu.Entry(_("达标"), "standards:overview", "award", 20, SEE))
