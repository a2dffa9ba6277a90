from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "fengqiao.kernel.audit"
    label = "audit"
    verbose_name = _("操作记录")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.audit import factors, guards, registry, signing_in

        registry.collect()
        signing_in.listen()
        factors.listen()
        # SQLite loses the triggers of a table that a later migration builds anew.
        post_migrate.connect(guards.after_migrate, sender=self)
