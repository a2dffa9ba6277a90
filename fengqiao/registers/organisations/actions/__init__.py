"""Every write in the register is one of these acts: keyword-only, `on=` the day, `by=` the actor.

Each runs in the register's turn, holds from its day on and leaves the days before as they were. What
makes no sense is refused with one Chinese sentence (`InputRefused`); nothing is ever deleted.
"""

from fengqiao.registers.organisations.actions.accounts import (
    bind_account,
    make_staff_account,
    take_account,
)
from fengqiao.registers.organisations.actions.classes import confirm_class
from fengqiao.registers.organisations.actions.offices import (
    change_office,
    close_office,
    open_office,
)
from fengqiao.registers.organisations.actions.photos import add_photo, end_photo
from fengqiao.registers.organisations.actions.places import add_place, end_place, rename_place
from fengqiao.registers.organisations.actions.staff import change_staff, join_staff, leave_staff
from fengqiao.registers.organisations.actions.taking_back import take_back_end
from fengqiao.registers.organisations.actions.things import (
    declare_complete,
    set_equipment,
    set_rooms,
)
from fengqiao.registers.organisations.actions.values import set_values

__all__ = [
    "add_photo",
    "add_place",
    "bind_account",
    "change_office",
    "change_staff",
    "close_office",
    "confirm_class",
    "declare_complete",
    "end_photo",
    "end_place",
    "join_staff",
    "leave_staff",
    "make_staff_account",
    "open_office",
    "rename_place",
    "set_equipment",
    "set_rooms",
    "set_values",
    "take_account",
    "take_back_end",
]
