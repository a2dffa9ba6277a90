from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AreaKind(TextChoices):
    """The levels of the tree, from the root down; an office stands below its town or street."""

    CITY = "city", _("设区市")
    DISTRICT = "district", _("市(区)")
    TOWN = "town", _("乡镇")
    STREET = "street", _("街道")
    VILLAGE = "village", _("村(社区)")
    OFFICE = "office", _("司法所")


TOWNSHIPS = (AreaKind.TOWN, AreaKind.STREET)
