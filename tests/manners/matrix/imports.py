"""Whose uploaded file is asked for."""

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.staging import faulty_rows_of, folder
from fengqiao.registers.organisations.importer.roster import template
from tests.manners.matrix.asked import fixed, of_person
from tests.manners.matrix.world import BEGIN

FILE = "roster.xlsx"


def prepare(world) -> None:
    """The file that was uploaded, and what the worker made of its faulty rows."""
    for path in (folder() / FILE, faulty_rows_of(FILE)):
        template(path)


def refused(user: User) -> dict[str, int]:
    """A file with a fault."""
    fault = {"place": "名册 第 2 行", "sentence": "应为姓名"}
    staged = Import.objects.create(
        kind="roster",
        state=State.REFUSED,
        file=FILE,
        name=FILE,
        size=1,
        on=BEGIN,
        by=user,
        faults=[fault],
    )
    return {"pk": staged.pk}


NAMES = ("import", "confirm", "check", "discard", "faulty_rows")
RECORDS = {f"imports:{name}": of_person(refused) for name in NAMES} | dict.fromkeys(
    ("imports:upload", "imports:template"), fixed(kind="roster")
)
