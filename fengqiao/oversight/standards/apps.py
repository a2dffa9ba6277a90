from datetime import date

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


def judge_url(on: date) -> str:
    """Where the offices are judged as they are on a day."""
    return f"{reverse('standards:judge')}?on={on.isoformat()}"


class StandardsConfig(AppConfig):
    name = "fengqiao.oversight.standards"
    label = "standards"
    verbose_name = _("达标")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.imports.registry import Next, nexts
        from fengqiao.oversight.standards import tasks  # noqa: F401 - registers its kinds of work
        from fengqiao.oversight.standards.permissions import SEE

        nexts.append(Next("roster", _("评定这些司法所"), judge_url))
        menu.add(menu.Entry(_("达标"), "standards:overview", "award", 20, SEE))
