"""What a reader is told of an error, on a page and through the API: title and sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Said = tuple[str | Promise, str | Promise]

SAID: dict[int, Said] = {
    400: (_("无法处理这个请求"), _("地址或提交的内容不完整。请返回上一页再试。")),
    401: (_("需要登录"), _("没有登录,或令牌已停用、已到期。")),
    403: (_("没有权限"), _("您的账号不能做这件事。如有需要,请联系本单位管理员。")),
    404: (_("没有这个页面"), _("地址可能有误,或者内容已不在这里。")),
    405: (_("不能直接打开"), _("这个地址要从页面上的按钮进入。请返回上一页再试。")),
    408: (_("提交没有收完"), _("网络太慢或已中断,内容没有收完,没有保存。请检查网络后再试。")),
    409: (_("正在办理"), _("同一件事正在办理,请稍后再试。")),
    413: (_("内容太大"), _("提交的内容超过允许的大小,没有保存。请缩小后再试。")),
    422: (_("填写有误"), _("有的内容不符合要求,没有保存。")),
    429: (_("操作太频繁"), _("短时间内提交得太多,请一分钟后再试。")),
    500: (_("系统出错"), _("系统出错了,您刚才的操作可能没有保存。请把下面的编号告诉管理员。")),
    503: (_("正在写入"), _("别的操作正在写入,您刚才的操作没有保存。请过一会儿再试。")),
}


def said_of(status: int) -> tuple[str, str]:
    """Title and sentence of a status; of one that has none, those of its hundred."""
    title, text = SAID.get(status) or SAID[400 if status < 500 else 500]
    return str(title), str(text)
