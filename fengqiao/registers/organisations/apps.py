from datetime import date

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui import menu


def offices_url(on: date) -> str:
    """The offices as they are on a day."""
    return f"{reverse('organisations:offices')}?on={on.isoformat()}"


class OrganisationsConfig(AppConfig):
    name = "fengqiao.registers.organisations"
    label = "organisations"
    verbose_name = _("机构名册")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.access import posts as joint
        from fengqiao.kernel.imports.registry import Next, nexts, register
        from fengqiao.kernel.indicators import places
        from fengqiao.kernel.search import registry as search
        from fengqiao.registers.organisations import posts
        from fengqiao.registers.organisations.figure_places import figure_places
        from fengqiao.registers.organisations.importer.roster import ROSTER
        from fengqiao.registers.organisations.in_search import OFFICES
        from fengqiao.registers.organisations.permissions import SEE

        menu.add(menu.Entry(_("机构"), "organisations:offices", "building-community", 30, SEE))
        register(ROSTER)
        search.add(OFFICES)
        nexts.append(Next(ROSTER.kind, _("看这些司法所"), offices_url))
        places.register(figure_places)
        joint.register(joint.Register("organisations:pick", posts.posts_of, posts.hang))
