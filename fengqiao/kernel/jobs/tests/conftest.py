"""Kinds of work that only tests know."""

import pytest

from fengqiao.kernel.jobs import registry
from fengqiao.lib.faults import InputRefused


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """`good` says how far it is, `refused` cannot be done, `broken` fails each time."""
    monkeypatch.setattr(registry, "kinds", registry.kinds)
    seen = []

    def good(*, progress, by, number):
        progress.say("正在处理", number, 10)
        seen.append(number)
        return f"/results/{number}/"

    def refused(*, progress, by):
        raise InputRefused("没有施行中的标准")

    def broken(*, progress, by):
        raise ZeroDivisionError

    for name, run in [("good", good), ("refused", refused), ("broken", broken)]:
        monkeypatch.setitem(registry.kinds, name, registry.Kind(name, "试验", run, attempts=2))
    return seen
