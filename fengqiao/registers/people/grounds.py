"""For what, and on what ground, each form takes personal data: the table behind the notice that a
person is given (个人信息保护法 17, 30, 34, 35) and behind each field (6, 19).

Each app states its own in a table `PURPOSES` in its `purposes.py`; a form shows its row with
`{% told "people.register" %}`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

from fengqiao.kernel.stated import modules

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Use:
    """What is asked for and why it is needed. `sensitive`: it is, or may be, sensitive (28)."""

    label: Text
    why: Text
    fields: tuple[str, ...]
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class FormPurpose:
    """A form that takes personal data. `ground` cites verified articles only; `effect` says what
    the sensitive data mean for the person and why they cannot be done without."""

    name: str
    title: Text
    purpose: Text
    ground: Text
    uses: tuple[Use, ...]
    keeping: Text
    effect: Text = ""

    @property
    def sensitive(self) -> list[Use]:
        return [use for use in self.uses if use.sensitive]

    @property
    def fields(self) -> set[str]:
        """Every field that has a reason."""
        return {name for use in self.uses for name in use.fields}


_purposes: dict[str, FormPurpose] = {}


def collect() -> None:
    """Read the tables of all installed apps; a name twice, or sensitive data without their reason,
    is a mistake of ours."""
    _purposes.clear()
    for module in modules("purposes"):
        for row in module.PURPOSES:
            if row.name in _purposes or (row.sensitive and not row.effect):
                raise LookupError(f"a purpose twice, or without what it means: {row.name}")
            _purposes[row.name] = row


def purpose_named(name: str) -> FormPurpose:
    """LookupError where no table has it."""
    if name not in _purposes:
        raise LookupError(f"a form whose purpose no table knows: {name}")
    return _purposes[name]


def all_purposes() -> list[FormPurpose]:
    return list(_purposes.values())
