from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    name = "fengqiao.kernel.imports"
    label = "imports"
    verbose_name = _("导入")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.accounts import open_work
        from fengqiao.kernel.imports import tasks  # noqa: F401 - registers its kinds of work
        from fengqiao.kernel.imports.open_work import IMPORT

        open_work.register(IMPORT)
