from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """In what capacity a person works here; what each may do stands in the `permissions.py` of
    the apps."""

    MEDIATOR = "mediator", _("调解员")
    ASSISTANT = "assistant", _("司法助理员")
    DIRECTOR = "director", _("所长")
    CORRECTION_OFFICER = "correction_officer", _("社区矫正工作人员")
    VILLAGE_ADVISER = "village_adviser", _("村(居)法律顾问")
    DISTRICT_BUREAU = "district_bureau", _("区局业务")
    DISTRICT_ADMIN = "district_admin", _("区局管理员")
    CITY_BUREAU = "city_bureau", _("市局")
    TOWNSHIP = "township", _("乡镇")
    POLICE = "police", _("派出所")
    COURT = "court", _("法庭")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    AUDITOR = "auditor", _("审计员")


OFFICE_STAFF = (Role.DIRECTOR, Role.ASSISTANT, Role.CORRECTION_OFFICER)
BUREAUS = (Role.DISTRICT_BUREAU, Role.CITY_BUREAU)
PARTNERS = (
    Role.MEDIATOR,
    Role.VILLAGE_ADVISER,
    Role.TOWNSHIP,
    Role.POLICE,
    Role.COURT,
)
