"""A procedure as a state diagram (Mermaid) and as a table of its acts, for the documentation."""

from collections.abc import Iterator

from fengqiao.kernel.workflow.tables import Guard, Procedure, Transition

ANYWHERE = "*"


def page(procedure: Procedure) -> str:
    """The whole page, as it lies in `docs/procedures/`."""
    parts = [
        f"# {procedure.title}:办理流程",
        "由流程表生成,不要手改。重新生成:`script/fengqiao procedures --write`。",
        "```mermaid\n" + "\n".join(diagram(procedure)) + "\n```",
        "\n".join(acts(procedure)),
        "\n".join(terms(procedure)),
    ]
    return "\n\n".join(parts) + "\n"


def diagram(procedure: Procedure) -> Iterator[str]:
    """States by their names, arrows by their acts; an act that changes no state is not drawn."""
    yield "stateDiagram-v2"
    for state in procedure.states:
        yield f"  {state.value} : {state.label}"
    yield f"  [*] --> {procedure.first.target} : {procedure.first.label}"
    for row in procedure.transitions:
        for source in row.sources:
            if row.target and row.target != source:
                yield f"  {source} --> {row.target} : {row.label}"
    yield from (f"  {end} --> [*]" for end in procedure.ends)


def acts(procedure: Procedure) -> Iterator[str]:
    """What each act asks before it is done."""
    yield "| 办理 | 从 | 到 | 不能办理时说明的理由 |"
    yield "|---|---|---|---|"
    for row in procedure.rows():
        guards = [*row.needs, *row.wants]
        asked = "<br>".join(_asked(procedure, guard) for guard in guards) or "—"
        yield f"| {row.label} | {_states(procedure, row)} | {_target(procedure, row)} | {asked} |"


def terms(procedure: Procedure) -> Iterator[str]:
    """In which states each term runs, and where its length is written."""
    yield "| 期限 | 在哪些状态 | 哪些类别 | 规则 |"
    yield "|---|---|---|---|"
    for term in procedure.terms:
        labels = "、".join(str(procedure.states(state).label) for state in term.states)
        kinds = _kinds(procedure, term.kinds) or "全部"
        yield f"| {term.title} | {labels} | {kinds} | {term.rule} |"


def _asked(procedure: Procedure, guard: Guard) -> str:
    kinds = _kinds(procedure, guard.kinds)
    return f"{kinds}:{guard.sentence}" if kinds else guard.sentence


def _kinds(procedure: Procedure, kinds: tuple[str, ...]) -> str:
    case = procedure.event._meta.get_field("case").related_model
    labels = dict(case._meta.get_field("kind").choices)
    return "、".join(str(labels[kind]) for kind in kinds)


def _states(procedure: Procedure, row: Transition) -> str:
    if set(row.sources) == set(procedure.states.values):
        return ANYWHERE
    return "、".join(str(procedure.states(state).label) for state in row.sources) or "—"


def _target(procedure: Procedure, row: Transition) -> str:
    if row in procedure.ledger:
        return "台账所记"
    return str(procedure.states(row.target).label) if row.target else "不变"
