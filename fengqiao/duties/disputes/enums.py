"""Code lists of a dispute; the words are those of the ledger (台账), so that it can be read in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# One list for what is disputed and what a mediator is good at.
from fengqiao.registers.mediation.enums import Matter as Matter


class Kind(TextChoices):
    """Under which law a dispute is mediated."""

    PEOPLE = "people", _("人民调解")
    TRADE = "trade", _("行业性专业性调解")
    ADMINISTRATIVE = "administrative", _("行政调解")


PEOPLES_LAW = (Kind.PEOPLE, Kind.TRADE)  # the 人民调解法 is law for these alone (34)


class Source(TextChoices):
    OWN_MOTION = "own_motion", _("主动调解")
    APPLICATION = "application", _("申请调解")
    REFERRAL = "referral", _("委托移送")


class Referrer(TextChoices):
    COURT = "court", _("法院")
    POLICE = "police", _("公安")
    PETITIONS = "petitions", _("信访")
    PROCURATORATE = "procuratorate", _("检察")
    OTHER = "other", _("其他")


class Difficulty(TextChoices):
    ORDINARY = "ordinary", _("一般")
    HARD = "hard", _("疑难")
    GRAVE = "grave", _("重大")


class State(TextChoices):
    REGISTERED = "registered", _("登记")
    ACCEPTED = "accepted", _("已受理")
    MEDIATING = "mediating", _("调解中")
    AGREED = "agreed", _("调解成功")
    FAILED = "failed", _("调解不成")
    DECLINED = "declined", _("不予受理")
    REFUSED = "refused", _("当事人拒绝")
    WITHDRAWN = "withdrawn", _("撤回")


ENDS = (State.AGREED, State.FAILED, State.DECLINED, State.REFUSED, State.WITHDRAWN)
ONCE_ACCEPTED = (State.ACCEPTED, State.MEDIATING, State.AGREED, State.FAILED)  # always with its day


class Ground(TextChoices):
    """Why a dispute is not accepted."""

    ELSEWHERE = "elsewhere", _("法院、公安机关或者其他机关已经受理或者解决")
    OTHER_ORGAN = "other_organ", _("法律规定由专门机关管辖处理")
    FORBIDDEN = "forbidden", _("法律禁止采用调解方式解决")
    OUT_OF_SCOPE = "out_of_scope", _("不属于调解的范围")


class Side(TextChoices):
    APPLICANT = "applicant", _("申请方")
    OTHER = "other", _("对方")


class Capacity(TextChoices):
    """Capacity for civil acts, where it is not what the age says (民法典 18-22)."""

    FULL = "full", _("完全民事行为能力")
    LIMITED = "limited", _("限制民事行为能力")
    NONE = "none", _("无民事行为能力")


class Meeting(TextChoices):
    """How a session is held."""

    PLACE = "place", _("现场")
    PHONE = "phone", _("电话")
    VIDEO = "video", _("视频")


class AgreementForm(TextChoices):
    WRITTEN = "written", _("书面")
    ORAL = "oral", _("口头")
    NONE = "none", _("无")  # in ledgers alone: performed on the spot, or not written down


MADE_HERE = (AgreementForm.WRITTEN, AgreementForm.ORAL)


class Performance(TextChoices):
    """How far an agreement was kept."""

    KEPT = "kept", _("已履行")
    RUNNING = "running", _("履行中")
    BROKEN = "broken", _("未履行")
    NOTHING_DUE = "nothing_due", _("无需履行")


class Confirmation(TextChoices):
    """Whether a court confirmed an agreement."""

    NOT_ASKED = "not_asked", _("未申请")
    ASKED = "asked", _("已申请")
    CONFIRMED = "confirmed", _("已确认")
    REFUSED = "refused", _("不予确认")


class Way(TextChoices):
    """How a paper reached a party."""

    BY_HAND = "by_hand", _("当面交付")
    POST = "post", _("邮寄")
    ELECTRONIC = "electronic", _("当事人同意的电子方式")


class Screening(TextChoices):
    """What was found when it was asked after violence in the family."""

    NONE = "none", _("问过,没有家庭暴力")
    THERE_IS = "there_is", _("有家庭暴力,或者有现实危险")


class Subject(TextChoices):
    """What an obligation of an agreement is of."""

    MONEY = "money", _("给付金钱")
    GOODS = "goods", _("交付、返还财物")
    WORK = "work", _("修缮、恢复、排除妨碍等")
    ABSTAIN = "abstain", _("停止、不再做某事")
    APOLOGY = "apology", _("赔礼道歉")
    CARE = "care", _("赡养、扶养、抚养、探望")
    TITLE = "title", _("土地、房屋等权属")
    STATUS = "status", _("婚姻、亲子、收养、监护身份")
    PENALTY = "penalty", _("刑事、治安、行政责任")
    OTHER = "other", _("其他")


class Severity(TextChoices):
    """What a finding of the check of an agreement asks for."""

    MEND = "mend", _("必须改正")
    LOOK = "look", _("请再核对")
    HINT = "hint", _("提示")


class Standing(TextChoices):
    """By what somebody speaks for a party."""

    LEGAL = "legal", _("法定代理人")
    ENTRUSTED = "entrusted", _("委托代理人")
    ELECTED = "elected", _("推选的代表人")


class Chosen(TextChoices):
    """Who decided which mediator it is."""

    PARTIES = "parties", _("当事人选择")
    BODY = "body", _("调解组织指定,当事人接受")


class Conflict(TextChoices):
    """Why a mediator keeps out of a dispute."""

    PARTY = "party", _("是当事人,或者是当事人的近亲属")
    INTEREST = "interest", _("与纠纷有利害关系")
    RELATION = "relation", _("与当事人有其他关系,可能影响公正调解")
    OBJECTED = "objected", _("当事人要求更换")
