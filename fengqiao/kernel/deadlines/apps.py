from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeadlinesConfig(AppConfig):
    name = "fengqiao.kernel.deadlines"
    label = "deadlines"
    verbose_name = _("期限")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.accounts import open_work
        from fengqiao.kernel.deadlines import tasks  # noqa: F401 - registers them
        from fengqiao.kernel.deadlines.open_work import other_work
        from fengqiao.kernel.ui import menu

        open_work.register(other_work())
        menu.add(menu.Entry(_("期限"), "deadlines:reckon", "calendar-due", 60))
