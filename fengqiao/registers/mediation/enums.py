"""Code lists of committees, studios and mediators."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BodyKind(TextChoices):
    VILLAGE = "village", _("村(居)调委会")
    TOWN = "town", _("乡镇(街道)调委会")
    ENTERPRISE = "enterprise", _("企事业单位调委会")
    TRADE = "trade", _("行业性专业性调委会")
    STUDIO = "studio", _("调解工作室")


# Of which the 人民调解法 itself speaks; others are set up by analogy (34).
BY_LAW = (BodyKind.VILLAGE, BodyKind.ENTERPRISE)


class Post(TextChoices):
    HEAD = "head", _("主任(负责人)")
    DEPUTY = "deputy", _("副主任")
    MEMBER = "member", _("委员")
    ENGAGED = "engaged", _("聘任调解员")


MEMBERS = (Post.HEAD, Post.DEPUTY, Post.MEMBER)  # who is counted among the three to nine


class End(TextChoices):
    """Why a seat ends."""

    TERM = "term", _("任期届满")
    RESIGNED = "resigned", _("本人辞任")
    MOVED = "moved", _("调离或者不再符合条件")
    REMOVED = "removed", _("罢免或者解聘(《人民调解法》第十五条)")
    DEATH = "death", _("去世")


class Matter(TextChoices):
    """What is disputed, in the order of the monthly return; also what a mediator is good at."""

    FAMILY = "family", _("婚姻家庭")
    NEIGHBOURS = "neighbours", _("邻里")
    HOUSING = "housing", _("房屋宅基地")
    CONTRACT = "contract", _("合同")
    BUSINESS = "business", _("生产经营")
    DAMAGES = "damages", _("损害赔偿")
    LAND = "land", _("山林土地")
    EXPROPRIATION = "expropriation", _("征地拆迁")
    POLLUTION = "pollution", _("环境污染")
    LABOUR = "labour", _("劳动争议")
    CONSUMER = "consumer", _("消费")
    MEDICAL = "medical", _("医疗")
    TRAFFIC = "traffic", _("道路交通事故")
    PROPERTY_SERVICE = "property_service", _("物业")
    OTHER = "other", _("其他")
