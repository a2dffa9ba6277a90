"""Persons, and where they are known."""

from fengqiao.registers.people.models.known import Known
from fengqiao.registers.people.models.merge import Merge
from fengqiao.registers.people.models.person import COLUMNS, SECRET, Person, PersonToken
from fengqiao.registers.people.models.request import Request

__all__ = ["COLUMNS", "SECRET", "Known", "Merge", "Person", "PersonToken", "Request"]
