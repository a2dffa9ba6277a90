"""A browser and a system by the names that people know them by, out of what a browser says."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# The first that is found counts: most browsers name others beside themselves.
BROWSERS = (
    ("MicroMessenger", _("微信")),
    ("Edg", "Edge"),
    ("QIHU", _("360 浏览器")),
    ("QQBrowser", _("QQ 浏览器")),
    ("UBrowser", "UC"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("HarmonyOS", _("鸿蒙")),
    ("OpenHarmony", _("鸿蒙")),
    ("Android", _("安卓")),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("UOS", _("统信")),
    ("Kylin", _("麒麟")),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """Like "Chrome · Windows"; "未知设备" where nothing is known."""
    parts = [
        next((name for mark, name in table if mark in user_agent), "")
        for table in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(str(part) for part in parts if part) or gettext("未知设备")
