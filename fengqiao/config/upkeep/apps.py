from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UpkeepConfig(AppConfig):
    name = "fengqiao.config.upkeep"
    label = "upkeep"
    verbose_name = _("系统维护")

    def ready(self) -> None:
        from fengqiao.config.upkeep import tasks  # noqa: F401 - enters the periodic table
