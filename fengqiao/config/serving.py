"""Runs the web server: `python -m fengqiao.config.serving [--check] HOST PORT`.

The one place that says how: `script/server`, the unit in `deploy/` and the tests all start it here.
What is refused is said in a sentence, with exit 1.
"""

import errno
import resource
import socket
import sys
from collections.abc import Sequence
from importlib import import_module

from fengqiao.lib.faults import StartRefused
from fengqiao.lib.typography import typeset

HEADERS_WITHIN = 10_000  # milliseconds; also how long a connection is kept without a request
CONNECTIONS = 1024  # at once; further ones wait
FILES = 8192  # open at once, connections among them

WHY = {
    errno.EADDRINUSE: "端口 {port} 已被别的程序占用(也许枫桥已在运行)。先停掉它,或用 PORT=… 另选一个端口。",
    errno.EACCES: "没有权限使用端口 {port}:1024 以下的端口要由管理员开放。请用 PORT=… 另选一个端口。",
    errno.EADDRNOTAVAIL: "本机没有地址 {host}。请检查 HOST。",
}
NO_PORT = "PORT 应为 1 到 65535 的整数,现在是“{port}”。"
NO_HOST = "不认识主机名 {host}。请检查 HOST。"


def check(host: str, port: str) -> int:
    """The port, if no other program listens on it.

    The web server itself would share it with whoever listens there, and each would get some of the
    visitors (`SO_REUSEPORT`); so it is tried without that.
    """
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 2**16):
        raise StartRefused(NO_PORT.format(port=port))
    try:
        family, kind, *_, address = socket.getaddrinfo(
            host, int(port), type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # but for what just ended
            tried.bind(address)
    except socket.gaierror as error:
        raise StartRefused(NO_HOST.format(host=host)) from error
    except OSError as error:
        why = WHY.get(error.errno or 0, "不能在 {host} 的端口 {port} 上监听。")
        raise StartRefused(why.format(host=host, port=port)) from error
    return int(port)


def claim(port: int) -> socket.socket:
    """Keeps a second server of ours off the port from now on until the socket is closed: the first one
    listens only when it is loaded, and until then its port looks free. A name without a file, which
    the kernel forgets with the process (unix(7), abstract)."""
    claimed = socket.socket(socket.AF_UNIX)
    try:
        claimed.bind(f"\0fengqiao-web-{port}")
    except OSError as error:
        claimed.close()
        raise StartRefused(WHY[errno.EADDRINUSE].format(port=port)) from error
    return claimed


def serve(host: str, port: int) -> None:
    """Until it is told to stop."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    allow_files()
    Granian(
        "fengqiao.config.asgi:application",
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN),
        log_level=LogLevels.warning,
    ).serve()


def allow_files() -> None:
    """Connections alone must not use up what a process may open; shells allow 1024 by habit."""
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def main(arguments: Sequence[str]) -> int:
    *options, host, port = arguments
    try:
        import_module("fengqiao.config.settings")  # what is wrong in them is said here, once
        number = check(host, port)
        with claim(number):
            if "--check" not in options:
                serve(host, number)
    except StartRefused as refused:
        sys.stderr.write(typeset(refused.message) + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
