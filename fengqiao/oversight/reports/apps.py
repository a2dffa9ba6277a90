from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "fengqiao.oversight.reports"
    label = "reports"
    verbose_name = _("数据报告")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.ui import menu
        from fengqiao.oversight.reports.permissions import SEE

        menu.add(menu.Entry(_("数据报告"), "reports:figures", "chart-bar", 25, SEE))
