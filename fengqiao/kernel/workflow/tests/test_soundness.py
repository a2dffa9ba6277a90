from dataclasses import replace

import pytest

from fengqiao.duties.disputes.enums import Kind, State
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.workflow.soundness import faults

KINDS = list(Kind)


def without(act):
    return tuple(row for row in PROCEDURE.transitions if row.act != act)


BROKEN = {
    "到不了": replace(PROCEDURE, transitions=without("decline")),
    "没有出路": replace(
        PROCEDURE,
        transitions=tuple(
            replace(row, sources=(State.REGISTERED,)) if row.target else row
            for row in PROCEDURE.transitions
        ),
    ),
    "没有期限": replace(PROCEDURE, terms=PROCEDURE.terms[1:]),
    "有两行": replace(PROCEDURE, transitions=PROCEDURE.transitions * 2),
    "没有权限": replace(PROCEDURE, first=replace(PROCEDURE.first, right="nobody.has")),
    "没有规则": replace(
        PROCEDURE, terms=(*PROCEDURE.terms, replace(PROCEDURE.terms[0], rule="MED-99x"))
    ),
    "没有事项": replace(
        PROCEDURE, terms=(replace(PROCEDURE.terms[0], met_by=("sing",)), *PROCEDURE.terms[1:])
    ),
}


@pytest.mark.parametrize("words", BROKEN)
def test_a_slip_in_a_table_is_found(words):
    assert any(words in fault for fault in faults(BROKEN[words], KINDS))


def test_only_the_slip_is_found():
    assert faults(BROKEN["没有期限"], KINDS) == [f"registered({kind}): 没有期限" for kind in KINDS]
