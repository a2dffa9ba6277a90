from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrailConfig(AppConfig):
    name = "fengqiao.kernel.trail"
    label = "trail"
    verbose_name = _("操作记录查阅")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.trail import tasks  # noqa: F401 - what the worker does
