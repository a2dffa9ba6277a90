from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AreasConfig(AppConfig):
    name = "fengqiao.kernel.areas"
    label = "areas"
    verbose_name = _("区域")
    default_auto_field = "django.db.models.BigAutoField"
