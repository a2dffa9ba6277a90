"""What the environment says; one that is set but empty counts as not set."""

import os


def given(name: str, default: str = "") -> str:
    return os.environ.get(name) or default


# A trial: demo accounts are listed on the sign-in page, and cookies go over plain HTTP.
DEMO = given("FENGQIAO_DEMO") == "1"
