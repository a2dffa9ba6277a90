from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DisputesConfig(AppConfig):
    name = "fengqiao.duties.disputes"
    label = "disputes"
    verbose_name = _("矛盾调解")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.duties.disputes import (
            indicators,  # noqa: F401 - states its figures
            tasks,  # noqa: F401 - registers its kind of work
        )
        from fengqiao.duties.disputes.documents import DOCUMENTS
        from fengqiao.duties.disputes.dossier.binding import BOUND
        from fengqiao.duties.disputes.handling import CASEWORK
        from fengqiao.duties.disputes.ledger.importer import LEDGER_IMPORT
        from fengqiao.duties.disputes.open_work import DISPUTE
        from fengqiao.duties.disputes.opinions import figures  # noqa: F401 - states its figures
        from fengqiao.duties.disputes.permissions import LIST
        from fengqiao.duties.disputes.searching import DISPUTES
        from fengqiao.duties.disputes.workflow import PROCEDURE
        from fengqiao.kernel.accounts import open_work
        from fengqiao.kernel.documents import tables
        from fengqiao.kernel.imports.registry import register
        from fengqiao.kernel.search import registry as search
        from fengqiao.kernel.ui import menu
        from fengqiao.kernel.workflow import registry
        from fengqiao.registers.mediation import casework

        registry.add(PROCEDURE)
        search.add(DISPUTES)
        tables.add(self.label, (*DOCUMENTS, BOUND))
        open_work.register(DISPUTE)
        casework.register(CASEWORK)
        register(LEDGER_IMPORT)
        menu.add(menu.Entry(_("矛盾调解"), "disputes:disputes", "users-group", 15, LIST))
