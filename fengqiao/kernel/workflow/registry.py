"""The procedures of the installed duties, for what goes over all of them: diagrams, checks."""

from fengqiao.kernel.workflow.tables import Procedure

_procedures: dict[str, Procedure] = {}


def add(procedure: Procedure) -> None:
    """Called by the duty when it is loaded."""
    _procedures[procedure.name] = procedure


def all_procedures() -> list[Procedure]:
    return [_procedures[name] for name in sorted(_procedures)]
