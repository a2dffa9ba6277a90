"""Every change of the register; keyword-only, `by=` the actor, each in one transaction with its trail."""

from fengqiao.registers.mediation.actions.bodies import change, close, file, found, renew
from fengqiao.registers.mediation.actions.mediators import (
    bind,
    change_mediator,
    end_seat,
    join,
    train,
)

__all__ = [
    "bind",
    "change",
    "change_mediator",
    "close",
    "end_seat",
    "file",
    "found",
    "join",
    "renew",
    "train",
]
