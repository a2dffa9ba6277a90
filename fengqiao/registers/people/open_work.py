"""Requests of persons are work of who answers for their term."""

from fengqiao.kernel.deadlines.open_work import work_by_term
from fengqiao.registers.people.models import Request
from fengqiao.registers.people.permissions import ASK

REQUEST = work_by_term(Request, right=ASK)
