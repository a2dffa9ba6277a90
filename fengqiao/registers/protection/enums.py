from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ListState(TextChoices):
    """Where a list of destruction stands."""

    PROPOSED = "proposed", _("待核对")
    ASKED = "asked", _("待批准")
    DONE = "done", _("已销毁")
    REDONE = "redone", _("恢复备份后重新销毁")


OPEN_LISTS = (ListState.PROPOSED, ListState.ASKED)


class Outcome(TextChoices):
    """What became of a record on a list."""

    WAITING = "waiting", _("待处理")
    DESTROYED = "destroyed", _("已销毁")
    HELD = "held", _("暂缓销毁")
    USED = "used", _("又有使用,不销毁")


class Ground55(TextChoices):
    """Which processing wants an assessment beforehand (个人信息保护法 55)."""

    SENSITIVE = "sensitive", _("处理敏感个人信息")
    AUTOMATED = "automated", _("利用个人信息进行自动化决策")
    SHARED = "shared", _("委托处理、向其他处理者提供、公开个人信息")
    ABROAD = "abroad", _("向境外提供个人信息")
    OTHER = "other", _("其他对个人权益有重大影响的处理")


class AssessmentState(TextChoices):
    DRAFT = "draft", _("待批准")
    APPROVED = "approved", _("已批准")
    REPLACED = "replaced", _("已有新版")


class Risk(TextChoices):
    LOW = "low", _("低")
    MIDDLE = "middle", _("中")
    HIGH = "high", _("高")


class Nature(TextChoices):
    """What happened to the data (个人信息保护法 57)."""

    LEAKED = "leaked", _("泄露")
    ALTERED = "altered", _("篡改")
    LOST = "lost", _("丢失")


class Data(TextChoices):
    """What sorts of data are concerned."""

    NAME = "name", _("姓名")
    NUMBER = "number", _("证件号码")
    PHONE = "phone", _("电话")
    ADDRESS = "address", _("住址")
    ACCOUNT = "account", _("账号、密码、银行账户")
    HEALTH = "health", _("健康信息")
    STANDING = "standing", _("社区矫正、安置帮教等特定身份")
    MINOR = "minor", _("未成年人的信息")
    CASE = "case", _("调解、咨询、援助等事项内容")
    OTHER = "other", _("其他")


class LeakState(TextChoices):
    OPEN = "open", _("处置中")
    CLOSED = "closed", _("已结案")
