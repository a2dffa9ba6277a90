from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class NoticesConfig(AppConfig):
    name = "fengqiao.kernel.notices"
    label = "notices"
    verbose_name = _("收件")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.notices import ageing, hearing  # noqa: F401 - ageing is periodic
        from fengqiao.kernel.notices.unread import unread

        hearing.listen()
        menu.add(menu.Entry(_("收件"), "notices:inbox", "inbox", 12, count=unread))
