"""Every procedure is sound as it is written, and its page in the documentation is equal to it."""

import pytest

from fengqiao.kernel.audit.registry import all_acts
from fengqiao.kernel.workflow.diagram import page
from fengqiao.kernel.workflow.registry import all_procedures
from fengqiao.kernel.workflow.soundness import faults
from tests.manners.source import ROOT, files

PROCEDURES = all_procedures()


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
def test_the_table_is_sound(procedure):
    kinds = list(procedure.event._meta.get_field("case").related_model.kind.field.flatchoices)
    assert faults(procedure, [value for value, _label in kinds]) == []


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
def test_every_act_of_it_leaves_a_trail(procedure):
    known = {act.name for act in all_acts()}
    acts = {f"{procedure.name}.{row.act}" for row in procedure.rows()}
    assert acts <= known


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
def test_every_sentence_of_it_ends_as_one(procedure):
    guards = [guard for row in procedure.rows() for guard in (*row.needs, *row.wants)]
    assert guards
    assert [
        guard.name for guard in guards if bool(guard.cite) == str(guard.says).endswith("。")
    ] == []


def test_the_pages_of_the_documentation_are_those_of_the_tables():
    written = {path.stem: path.read_text("utf-8") for path in files("docs/procedures/*.md")}
    assert written == {procedure.name: page(procedure) for procedure in PROCEDURES}, (
        "script/fengqiao procedures --write"
    )


def test_there_are_procedures():
    assert [procedure.name for procedure in PROCEDURES]
    assert (ROOT / "docs/procedures").is_dir()
