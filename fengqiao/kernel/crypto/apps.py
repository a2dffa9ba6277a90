from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class CryptoConfig(AppConfig):
    name = "fengqiao.kernel.crypto"
    label = "crypto"
    verbose_name = _("加密")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fengqiao.kernel.crypto import columns, lookups

        post_migrate.connect(columns.after_migrate, sender=self)
        pre_save.connect(lookups.refuse_half_a_save, dispatch_uid="crypto.half_a_save")
