from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "fengqiao.registers.organisations"
    label = "organisations"
    verbose_name = _("机构名册")
    default_auto_field = "django.db.models.BigAutoField"
