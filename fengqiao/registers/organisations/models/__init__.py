from fengqiao.registers.organisations.models.office import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    Room,
)
from fengqiao.registers.organisations.models.photo import Photo
from fengqiao.registers.organisations.models.post import PostGrant, StaffAccount
from fengqiao.registers.organisations.models.reported import ReportedFact
from fengqiao.registers.organisations.models.staff import Staff, StaffRecord
from fengqiao.registers.organisations.models.taken_back import TakenBack, end_word

__all__ = [
    "Equipment",
    "ListedFrom",
    "OfficeClass",
    "OfficeFact",
    "OfficeRecord",
    "Photo",
    "PostGrant",
    "ReportedFact",
    "Room",
    "Staff",
    "StaffAccount",
    "StaffRecord",
    "TakenBack",
    "end_word",
]
