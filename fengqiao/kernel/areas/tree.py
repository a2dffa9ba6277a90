"""Growing the tree by many nodes, in statements whose number does not depend on how many; what
several nodes have in common, and what the areas of many rows are called."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F, Max, Prefetch, QuerySet
from django.db.models.functions import Substr
from django.utils import timezone

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area

BATCH = 500


def grow(children: Sequence[tuple[Area | None, AreaKind]]) -> list[Area]:
    """New areas under their parents (None: roots), in the given order, all of one depth.

    Treebeard's own `add_child` takes three statements a node. The caller holds the register's turn.
    """
    if not children:
        return []
    depths = {parent.depth + 1 if parent else 1 for parent, _ in children}
    (depth,) = depths
    last = _last_steps(depth)
    areas = []
    for parent, kind in children:
        above = parent.path if parent else ""
        last[above] += 1
        areas.append(Area(kind=kind, depth=depth, path=Area._get_path(above, depth, last[above])))
    _count_children(parent for parent, _ in children if parent)
    return Area.objects.bulk_create(areas)


def common_area(areas: Iterable[Area]) -> Area | None:
    """The smallest area that holds all of these; none where they share no root."""
    paths = sorted(area.path for area in areas)
    if not paths:
        return None
    first, last = paths[0], paths[-1]
    ends = range(len(first), 0, -Area.steplen)
    shared = next((first[:end] for end in ends if last.startswith(first[:end])), "")
    return Area.objects.filter(path=shared).first()


def way_to(path: str) -> list[str]:
    """The places from the root down to this one, itself last."""
    return [path[:end] for end in range(Area.steplen, len(path) + 1, Area.steplen)]


def _last_steps(depth: int) -> defaultdict[str, int]:
    """Per parent path the number of its last child."""
    taken = (
        Area.objects.filter(depth=depth)
        .order_by()
        .annotate(above=Substr("path", 1, Area.steplen * (depth - 1)))
        .values_list("above")
        .annotate(last=Max("path"))
    )
    steps = {above: Area._str2int(path[-Area.steplen :]) for above, path in taken}
    return defaultdict(int, steps)


def _count_children(parents: Iterable[Area]) -> None:
    added: defaultdict[int, int] = defaultdict(int)
    for parent in parents:
        added[parent.pk] += 1
        parent.numchild += 1
    by_count: defaultdict[int, list[int]] = defaultdict(list)
    for pk, count in added.items():
        by_count[count].append(pk)
    for count, pks in by_count.items():
        for start in range(0, len(pks), BATCH):
            Area.objects.filter(pk__in=pks[start : start + BATCH]).update(
                numchild=F("numchild") + count
            )


def with_area(rows: QuerySet[Any], field: str = "area") -> QuerySet[Any]:
    """The rows, each with its area and today's name of that (`row.area.name`), in one statement."""
    areas = Area.objects.named_on(timezone.localdate())
    return rows.prefetch_related(Prefetch(field, queryset=areas))
