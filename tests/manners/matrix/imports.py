"""Whose uploaded file is asked for."""

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.imports.grouping import grouped
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.storage import faulty_rows_of, folder, sealing
from fengqiao.lib.faults import Fault
from fengqiao.registers.organisations.importer.roster import template
from tests.manners.matrix.asked import fixed, of_person
from tests.manners.matrix.world import BEGIN

FILE = "roster.xlsx"
KEYS: list[str] = []  # of the file, and of the workbook of its faulty rows


def prepare(world) -> None:
    """The file that was uploaded, and what the worker made of its faulty rows."""
    KEYS.clear()
    for path in (folder() / FILE, faulty_rows_of(FILE)):
        with sealing(path, KEYS) as draft:
            template(draft)


def refused(user: User) -> dict[str, int]:
    """A file with a fault."""
    faults = grouped([Fault("人员", 2, "姓名", "", "应为姓名")])
    section = {"title": "新增 人员", "head": ["姓名"], "rows": [["甲"]], "count": 1}
    staged = Import.objects.create(
        kind="roster",
        state=State.REFUSED,
        file=FILE,
        key=KEYS[0],
        faulty_rows_key=KEYS[1],
        name=FILE,
        size=1,
        on=BEGIN,
        by=user,
        faults=faults,
        of_rows=True,
        sections=[section],
    )
    return {"pk": staged.pk}


def part(user: User) -> dict[str, int]:
    """A part of its preview."""
    return refused(user) | {"number": 1}


NAMES = ("import", "confirm", "check", "discard", "faulty_rows")
RECORDS = {f"imports:{name}": of_person(refused) for name in NAMES} | dict.fromkeys(
    ("imports:upload", "imports:template"), fixed(kind="roster")
)
RECORDS["imports:section"] = of_person(part)
