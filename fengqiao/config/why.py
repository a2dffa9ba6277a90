"""Why a command could not do its work, in one sentence: what people can mend stands in it."""

from fengqiao.lib.oserrors import reason_of

DATABASE = {
    "database is locked": "别的操作正在写入数据库,这次没有改动任何内容,请稍后再试",
    "database or disk is full": "磁盘空间不足,数据库写不进去",
    "disk I/O error": "数据库所在的磁盘读写出错",
    "attempt to write a readonly database": "没有权限写数据库文件,或者它所在的磁盘只能读",
    "no such table": "数据库还没有建立或升级,请先运行 script/fengqiao migrate",
    "no such column": "数据库还没有建立或升级,请先运行 script/fengqiao migrate",
    "does not exist": "数据库还没有建立或升级,请先运行 script/fengqiao migrate",
}
UNREACHED = "数据库连不上,或还没有用 script/fengqiao migrate 建立"


def is_busy(error: Exception) -> bool:
    """Whether somebody else holds the one place in which SQLite can be written."""
    return _is_of_database(error) and "database is locked" in str(error)


def said_of(error: Exception) -> str:
    """The sentence, without its end."""
    if _is_of_database(error):
        return next((said for sign, said in DATABASE.items() if sign in str(error)), UNREACHED)
    reason = reason_of(error)
    place = getattr(error, "filename", None)
    if reason and place:
        return f"不能读写{place}:{reason}"
    return reason or "程序出错"


def _is_of_database(error: Exception) -> bool:
    return type(error).__module__ == "django.db.utils"
