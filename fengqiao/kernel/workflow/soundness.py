"""What is wrong with a procedure as it is written down; a test asks it of every one."""

from collections.abc import Iterator

from fengqiao.kernel.accounts.rights import TABLES
from fengqiao.kernel.workflow.tables import Procedure, always
from fengqiao.rulebook.statutes import load


def faults(procedure: Procedure, kinds: list[str]) -> list[str]:
    """Each in words; none where the table is sound for these kinds of case."""
    return [
        *_unknown(procedure),
        *_ambiguous(procedure, kinds),
        *_stuck(procedure),
        *_unreached(procedure),
        *(fault for kind in kinds for fault in _without_term(procedure, kind)),
    ]


def _open(procedure: Procedure) -> set[str]:
    return set(procedure.states.values) - set(procedure.ends)


def _unknown(procedure: Procedure) -> Iterator[str]:
    rules = {rule.id for subject in load().subjects for rule in subject.rules}
    yield from (
        f"{row.act}: 没有权限{row.right}"
        for row in procedure.rows()
        if row.right not in TABLES.rights
    )
    yield from (
        f"{term.name}: 没有规则{term.rule}" for term in procedure.terms if term.rule not in rules
    )
    known = {row.act for row in procedure.rows()}
    yield from (
        f"{one.name}: 没有事项{act}"
        for one in procedure.documents
        for act in one.made_by
        if act not in known
    )
    for term in procedure.terms:
        acts = {row.act for row in procedure.rows()}
        yield from (f"{term.name}: 没有事项{act}" for act in term.met_by if act not in acts)


def _ambiguous(procedure: Procedure, kinds: list[str]) -> Iterator[str]:
    seen = set()
    for row in procedure.transitions:
        for source in row.sources:
            for kind in row.kinds or kinds:
                if (row.act, source, kind) in seen:
                    yield f"{row.act}: 在{source}({kind})有两行"
                seen.add((row.act, source, kind))


def _stuck(procedure: Procedure) -> Iterator[str]:
    leaving = {
        s for row in procedure.transitions for s in row.sources if row.target not in (None, s)
    }
    yield from (f"{state}: 没有出路" for state in sorted(_open(procedure) - leaving))


def _unreached(procedure: Procedure) -> Iterator[str]:
    reached, edges = {procedure.first.target}, procedure.transitions
    for _step in procedure.states:
        reached |= {row.target for row in edges if row.target and set(row.sources) & reached}
    yield from (f"{state}: 到不了" for state in procedure.states.values if state not in reached)


def _without_term(procedure: Procedure, kind: str) -> Iterator[str]:
    """A condition (`when`) may end a term, so only one without it makes a state safe."""
    unconditional = [term for term in procedure.terms if term.when is always]
    covered = {
        s for term in unconditional if not term.kinds or kind in term.kinds for s in term.states
    }
    yield from (f"{state}({kind}): 没有期限" for state in sorted(_open(procedure) - covered))
