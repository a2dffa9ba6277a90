"""For what files are brought: each app states its kinds in a table `UPLOADS` in its `uploads.py`."""

from dataclasses import dataclass

from django.utils.functional import Promise

from fengqiao.kernel.stated import modules

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kind:
    """`types` are names of `types.TYPES`; `size` bytes at most; `count`: how many one record may have,
    which the owner holds to (`refuse_more`)."""

    name: str
    label: str | Promise
    types: tuple[str, ...]
    size: int = 20 * MIB
    count: int = 20


_kinds: dict[str, Kind] = {}


def collect() -> None:
    """Read the tables of all installed apps; a name twice is a mistake of ours."""
    _kinds.clear()
    for module in modules("uploads"):
        for kind in module.UPLOADS:
            if kind.name in _kinds:
                raise LookupError(f"a kind of file twice: {kind.name}")
            _kinds[kind.name] = kind


def kind_named(name: str) -> Kind:
    """LookupError where no table has it."""
    if name not in _kinds:
        raise LookupError(f"a kind of file that no table knows: {name}")
    return _kinds[name]
