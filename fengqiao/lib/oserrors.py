"""What the operating system refuses to do with a file, in words."""

import errno
from pathlib import Path

REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘只能读、不能写",
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EISDIR: "是一个文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENOENT: "不存在",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了一圈",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正被占用",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
}


def reason_of(error: BaseException) -> str:
    """Why, in a few words; nothing for what is no refusal of a file."""
    inner = _inner(error)
    return REASONS.get(inner.errno or 0, "") if inner else ""


def named(error: BaseException, path: Path) -> OSError:
    """The same error about `path`: a write that fails does not know which file it was for."""
    inner = _inner(error) or OSError()
    return OSError(inner.errno, inner.strerror, str(path))


def _inner(error: BaseException) -> OSError | None:
    """The error of the system itself: some libraries wrap it in one of their own."""
    if isinstance(error, OSError) and error.errno:
        return error
    return next((cause for cause in error.args if isinstance(cause, OSError)), None)
