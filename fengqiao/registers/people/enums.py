from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sex(TextChoices):
    MALE = "male", _("男")
    FEMALE = "female", _("女")


class Paper(TextChoices):
    """By which paper a person is told apart."""

    RESIDENT = "resident", _("居民身份证")
    RESIDENCE = "residence", _("港澳台居民居住证")
    HONG_KONG_MACAO = "hong_kong_macao", _("港澳居民来往内地通行证")
    TAIWAN = "taiwan", _("台湾居民来往大陆通行证")
    PASSPORT = "passport", _("护照")
    FOREIGN_RESIDENCE = "foreign_residence", _("外国人永久居留身份证")
    NONE = "none", _("未提供证件")


CHECKED = (Paper.RESIDENT, Paper.RESIDENCE)  # their numbers are made by GB 11643


class Purpose(TextChoices):
    """For what a value is opened; the trail keeps it."""

    HANDLE = "handle", _("办理本人事项")
    VERIFY = "verify", _("核对身份")
    CONTACT = "contact", _("联系本人")
    SERVE = "serve", _("送达文书")
    OTHER = "other", _("其他(须写明理由)")


class ExportPurpose(TextChoices):
    """For what a list is taken out; it stands in the file and in the trail."""

    WORK = "work", _("本所办理事项")
    CHECK = "check", _("核对、清理登记")
    REPORT = "report", _("报送上级机关")
    OTHER = "other", _("其他(须写明理由)")


class RequestKind(TextChoices):
    """What a person may ask of whoever keeps data about him."""

    COPY = "copy", _("查阅、复制个人信息")
    CORRECT = "correct", _("更正、补充个人信息")


class Asker(TextChoices):
    """Who asks; for the dead a near relative may (个人信息保护法 49)."""

    SELF = "self", _("本人")
    GUARDIAN = "guardian", _("监护人")
    AGENT = "agent", _("委托代理人")
    RELATIVE = "relative", _("近亲属(本人已去世)")


class RequestState(TextChoices):
    OPEN = "open", _("办理中")
    GRANTED = "granted", _("已满足")
    REFUSED = "refused", _("不予同意")
