from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class WorkbenchConfig(AppConfig):
    name = "fengqiao.front.workbench"
    label = "workbench"
    verbose_name = _("工作台")

    def ready(self) -> None:
        from fengqiao.front.workbench import telling
        from fengqiao.kernel.imports.permissions import UPLOAD

        telling.listen()

        menu.add(menu.Entry(_("今日"), "workbench:today", "home", 10))
        # The kernel draws nothing: its areas enter the menu from here.
        menu.add(menu.Entry(_("导入"), "imports:imports", "file-import", 40, UPLOAD))
        menu.add(menu.Entry(_("任务"), "jobs:jobs", "list-check", 50))
