"""The preview: the lines of a plan by what becomes of what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from fengqiao.kernel.imports.registry import SHOWN, Section
from fengqiao.registers.organisations.importer.changes import TITLES, Act, Change
from fengqiao.registers.organisations.importer.tally import Tally


def sections_of(
    changes: Iterable[Change], tallies: Mapping[str, Sequence[Tally]] | None = None
) -> list[Section]:
    """Endings first and all of them, of everything else as many as are kept; by office."""
    groups: dict[tuple[int, str], list[Change]] = defaultdict(list)
    order = list(Act)
    for change in changes:
        groups[order.index(change.act), change.what].append(change)
    return [
        _section(order[act], what, groups[act, what], (tallies or {}).get(what, ()))
        for act, what in sorted(groups, key=lambda key: (key[0], list(TITLES).index(key[1])))
    ]


def _section(act: Act, what: str, changes: Sequence[Change], tallies: Sequence[Tally]) -> Section:
    whole, ends = act in (Act.ENDED, Act.NEW), act == Act.ENDED
    head = [_("司法所"), _("对象")] if whole else [_("司法所"), _("对象"), _("栏目"), _("原值")]
    if act == Act.CHANGED:
        head = [*head, _("新值")]
    changes = sorted(changes, key=lambda line: (line.code, line.item, line.field, line.old))
    shown = changes if ends else changes[:SHOWN]
    return Section(
        f"{act.label} {TITLES[what]}",
        head,
        [[line.office, line.item, line.field, line.old, line.new][: len(head)] for line in shown],
        len(changes),
        is_change=act != Act.KEPT,
        ends=ends,
        tally=[tally.as_row() for tally in tallies] if ends else (),
    )
