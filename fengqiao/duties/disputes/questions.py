"""What a party is asked once its dispute has ended: few questions, and no words of its own, because
words tell who wrote them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Overall(TextChoices):
    VERY = "very", _("很满意")
    YES = "yes", _("满意")
    SO_SO = "so_so", _("一般")
    NO = "no", _("不满意")


class Fair(TextChoices):
    """Whether both sides were heard."""

    YES = "yes", _("是")
    UNSURE = "unsure", _("说不清")
    NO = "no", _("不是")


class Charged(TextChoices):
    """Mediation costs nothing (人民调解法 4)."""

    NO = "no", _("没有")
    YES = "yes", _("要过")


SATISFIED = (Overall.VERY, Overall.YES)
