"""What the environment says; one that is set but empty counts as not set."""

import os

from fengqiao.lib.faults import StartRefused


def given(name: str, default: str = "") -> str:
    return os.environ.get(name) or default


def number(name: str, default: int) -> int:
    """A whole number that is not negative; StartRefused where something else is given."""
    said = given(name, str(default))
    if not (said.isascii() and said.isdigit()):
        raise StartRefused(f"环境变量{name}应为整数,现在是“{said[:40]}”。")
    return int(said)


# A trial: demo accounts are listed on the sign-in page, and cookies go over plain HTTP.
DEMO = given("FENGQIAO_DEMO") == "1"
