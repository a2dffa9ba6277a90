"""Code lists of what must be reported (`reports/`)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Alarm(TextChoices):
    """What of its reports a case still owes; empty: nothing."""

    DUE = "due", _("有待报告的情形")
    WAITING = "waiting", _("已报告,待答复")


class Danger(TextChoices):
    """What must be reported."""

    MINOR = "minor", _("未成年人受到侵害、疑似受到侵害或者面临其他危险")
    VIOLENCE = "violence", _("无民事行为能力人、限制民事行为能力人遭受家庭暴力或者疑似遭受")
    OFFENCE = "offence", _("有可能引起治安案件、刑事案件")


class Recipient(TextChoices):
    """To whom."""

    POLICE = "police", _("公安机关")
    CIVIL_AFFAIRS = "civil_affairs", _("民政部门")
    EDUCATION = "education", _("教育部门")
    OTHER = "other", _("其他有关部门")


class Means(TextChoices):
    """How it was reported."""

    CALL = "call", _("电话")
    IN_PERSON = "in_person", _("当面")
    IN_WRITING = "in_writing", _("书面")
