from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


class PeopleConfig(AppConfig):
    name = "fengqiao.registers.people"
    label = "people"
    verbose_name = _("人员档案")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.accounts import open_work
        from fengqiao.kernel.search import registry as search
        from fengqiao.registers.people import grounds, references
        from fengqiao.registers.people.in_search import PEOPLE
        from fengqiao.registers.people.open_work import REQUEST
        from fengqiao.registers.people.permissions import SEE

        grounds.collect()
        open_work.register(REQUEST)
        search.add(PEOPLE)
        checks.register(references.check_all)
        menu.add(menu.Entry(_("人员档案"), "people:people", "id", 25, SEE))
