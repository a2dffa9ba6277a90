"""The words of the roster. The stored value is the word itself, as the judge's tables carry it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfficeKind(TextChoices):
    TOWN = "乡镇", _("乡镇")
    STREET = "街道", _("街道")


class Size(TextChoices):
    """The class of an office (3.1.a)."""

    LARGE = "大型", _("大型")
    MEDIUM = "中型", _("中型")
    SMALL = "小型", _("小型")


class Fact(TextChoices):
    """What is known of an office as one value; the stored name is the column of the judge's
    table."""

    POPULATION = "population", _("常住人口")
    LAND_AREA = "land_area", _("辖区面积")
    GDP = "gdp", _("地区生产总值")
    DISPUTES = "disputes", _("年度纠纷数")
    FLOOR_AREA = "floor_area", _("业务用房面积")
    INDEPENDENT = "independent", _("用房相对独立")
    COUNTER_SERVICE = "counter_service", _("窗口化服务")
    SIGNAGE = "signage", _("标识标牌规范")
    APPEARANCE = "appearance", _("所容所貌整洁")
    CORRECTION_PERSONS = "correction_persons", _("社区矫正对象数")
    RELEASED_PERSONS = "released_persons", _("刑满释放人员数")
    SATISFACTION = "satisfaction", _("群众满意度")


class Origin(TextChoices):
    """Who says so: the office or its bureau (a form, a roster), or an inspector who has seen it."""

    REPORTED = "reported", _("填报")
    FOUND = "found", _("检查认定")


class Listing(TextChoices):
    """The lists of an office that can be complete: what a complete list does not name is not
    there."""

    STAFF = "staff", _("人员")
    ROOMS = "rooms", _("功能区")
    EQUIPMENT = "equipment", _("设备")
    FACTS = "facts", _("事实")


class RoomKind(TextChoices):
    CORRECTION_SUBCENTRE = "社区矫正分中心", _("社区矫正分中心")
    LEGAL_SERVICE_CENTRE = "公共法律服务中心", _("公共法律服务中心")
    NON_LITIGATION_CENTRE = "非诉讼服务中心", _("非诉讼服务中心")
    MEDIATION_COMMITTEE = "人民调解委员会", _("人民调解委员会")
    GOVERNANCE = "依法治理室", _("依法治理室")
    PUBLICITY = "法治宣传室", _("法治宣传室")
    RULE_OF_LAW = "法治建设室", _("法治建设室")
    ENFORCEMENT_SUPERVISION = "执法监督室", _("执法监督室")
    ENFORCEMENT_MANAGEMENT = "执法管理室", _("执法管理室")
    NOTARY_STATION = "公证便民服务站", _("公证便民服务站")
    NOTARY_POINT = "公证业务协办点", _("公证业务协办点")
    LEGAL_AID_STATION = "法律援助工作站", _("法律援助工作站")
    LEGAL_AID_POINT = "法律援助协办点", _("法律援助协办点")
    ARBITRATION_POINT = "仲裁业务联系点", _("仲裁业务联系点")
    LEGISLATION_POINT = "立法民意征集区", _("立法民意征集区")
    RECONSIDERATION_POINT = "行政复议咨询点", _("行政复议咨询点")


class EquipmentKind(TextChoices):
    VEHICLE = "交通工具", _("交通工具")
    AUDIO_VIDEO = "音像设备", _("音像设备")
    COMPUTING = "信息处理设备", _("信息处理设备")
    NETWORK = "通讯网络设备", _("通讯网络设备")


class Category(TextChoices):
    ESTABLISHMENT = "政法专项编制", _("政法专项编制")
    SOCIAL_WORKER = "专职社工", _("专职社工")
    AUXILIARY_POLICE = "警辅", _("警辅")
    MEDIATOR = "专职调解员", _("专职调解员")
    OTHER = "其他", _("其他")


class Post(TextChoices):
    DIRECTOR = "所长", _("所长")
    CORRECTION = "社区矫正", _("社区矫正")
    RESETTLEMENT = "安置帮教", _("安置帮教")
    RULE_OF_LAW = "基层法治建设", _("基层法治建设")
    LEGAL_SERVICE = "公共法律服务", _("公共法律服务")
    MEDIATION = "人民调解", _("人民调解")
    GENERAL = "综合", _("综合")


class Degree(TextChoices):
    DOCTOR = "博士", _("博士")
    MASTER = "硕士", _("硕士")
    BACHELOR = "本科", _("本科")
    COLLEGE = "大专", _("大专")
    OTHER = "其他", _("其他")


class Party(TextChoices):
    FULL = "中共党员", _("中共党员")
    PROBATIONARY = "中共预备党员", _("中共预备党员")
    OTHER = "其他", _("其他")


class Shows(TextChoices):
    """What a photo of the premises shows."""

    FRONT = "front", _("外观")
    SIGNAGE = "signage", _("标识标牌")
    COUNTER = "counter", _("服务窗口")
    ROOM = "room", _("功能区")
    OTHER = "other", _("其他")
