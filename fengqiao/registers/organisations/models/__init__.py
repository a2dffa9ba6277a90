from fengqiao.registers.organisations.models.office import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    Room,
)
from fengqiao.registers.organisations.models.reported import ReportedFact
from fengqiao.registers.organisations.models.staff import Staff, StaffRecord

__all__ = [
    "Equipment",
    "ListedFrom",
    "OfficeClass",
    "OfficeFact",
    "OfficeRecord",
    "ReportedFact",
    "Room",
    "Staff",
    "StaffRecord",
]
