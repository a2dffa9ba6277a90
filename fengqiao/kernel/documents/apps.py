"""Papers that are issued: their numbers, what stood on them, and how a print is checked."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "fengqiao.kernel.documents"
    label = "documents"
    verbose_name = _("文书")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.documents import tasks  # noqa: F401 - registers its kind of work
        from fengqiao.kernel.documents.permissions import TEMPLATES
        from fengqiao.kernel.ui import menu

        menu.add(menu.Entry(_("文书模板"), "documents:templates", "file-type-doc", 55, TEMPLATES))
