"""Bodies that mediate, and who sits in them."""

from fengqiao.registers.mediation.models.body import Body, Tenure
from fengqiao.registers.mediation.models.mediator import Mediator, Seat, Training

__all__ = ["Body", "Mediator", "Seat", "Tenure", "Training"]
