"""A file of `rulepacks/` whose form is right; what it means is for whoever reads it on."""

from collections.abc import Iterable
from pathlib import Path

from fengqiao.lib.faults import Fault, InputRefused
from fengqiao.rulebook.packs import schema
from fengqiao.rulebook.packs.sizes import size_faults
from fengqiao.rulebook.packs.yamlfile import Document, UnreadableError, read

ROOT = Path(__file__).resolve().parents[3] / "rulepacks"


class PackRefused(InputRefused):
    """The pack cannot be used; its faults carry the file as sheet, the line as row, the path as
    column."""

    def __init__(self, where: str, faults: Iterable[Fault]) -> None:
        found = list(faults)
        super().__init__(f"规则包{where}有{len(found)}处错误,不能使用", found)


def read_document(folder: Path, name: str, form: str) -> Document:
    """A file of a pack whose form is right; PackRefused where it is not."""
    try:
        document = read(folder / name, name)
    except UnreadableError as error:
        raise PackRefused(folder.name, [error.fault]) from error
    refuse(folder, list(size_faults(document)))
    refuse(folder, schema.faults_of(document, form))
    return document


def refuse(folder: Path, faults: list[Fault]) -> None:
    """PackRefused where there are faults."""
    if faults:
        raise PackRefused(folder.name, faults)
