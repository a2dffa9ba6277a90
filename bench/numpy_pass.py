"""The Taizhou rules by hand in NumPy: what a programmer would write who knew these rules alone.

Vectorised over all offices, nothing else: no pack, no columns by name, no loop over offices. Its
numbers are those of the 2021 edition; the bench compares every output with the judge's, so they
cannot drift apart. `full` makes it yield actual, required and gap too; without, bare verdicts.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import polars as pl

LARGE, MEDIUM, SMALL = range(3)
SIZES = {"大型": LARGE, "中型": MEDIUM, "小型": SMALL}
MET, UNMET, UNKNOWN = np.int8(1), np.int8(0), np.int8(-1)
AREAS = np.array([[400.0, 300.0], [300.0, 200.0], [200.0, 150.0], [np.nan, np.nan]])

Array = np.ndarray[Any, np.dtype[Any]]


class Known(NamedTuple):
    """Values, and which of them are known; those that are not hold 0 or false."""

    value: Array
    known: Array


class Judged(NamedTuple):
    """A verdict (1, 0, -1) and, for counted items, actual, required and gap with their masks."""

    verdict: Array
    applies: Array | None = None
    actual: Known | None = None
    required: Known | None = None
    gap: Known | None = None


def loaded(facts: pl.DataFrame) -> dict[str, Known]:
    """The facts as arrays; size and kind as small integers."""
    columns: dict[str, Known] = {}
    for name in facts.columns[1:]:
        series = facts[name]
        if name == "size":
            series = series.replace_strict(SIZES, default=None, return_dtype=pl.Int8)
        elif name == "kind":
            series = series == "街道"
        empty = False if series.dtype == pl.Boolean else 0
        columns[name] = Known(series.fill_null(empty).to_numpy(), series.is_not_null().to_numpy())
    return columns


class Pass:
    """One pass over the facts."""

    def __init__(self, facts: dict[str, Known], *, full: bool) -> None:
        self.facts = facts
        self.full = full
        self.size, self.sized = facts["size"]
        # One more row in each table of minima, for offices without a class.
        self.row = np.where(self.sized, self.size, len(SIZES))
        self.is_large = self.sized & (self.size == LARGE)
        self.is_small = self.size == SMALL
        self.may_be_large = self.is_large | ~self.sized

    def run(self) -> dict[str, Judged]:
        judged = self.rooms() | self.premises() | self.staff()
        return judged | {"meets": self.meets(judged)}

    def rooms(self) -> dict[str, Judged]:
        f = self.facts
        large = {
            "rooms.correction_subcentre": f["room_correction_subcentre"],
            "rooms.non_litigation_centre": f["room_non_litigation_centre"],
            "rooms.enforcement_supervision": f["room_enforcement_supervision"],
        }
        always = {
            "rooms.legal_service_centre": f["room_legal_service_centre"],
            "rooms.mediation_committee": f["room_mediation_committee"],
            "rooms.enforcement_management": f["room_enforcement_management"],
            "stations.arbitration": f["point_arbitration"],
            "stations.legislation": f["area_legislation"],
            "stations.reconsideration": f["point_reconsideration"],
        }
        judged = {name: self.large_yes(fact) for name, fact in large.items()}
        judged |= {name: yes(fact) for name, fact in always.items()}
        merged = f["room_rule_of_law"]
        for name in ("governance", "publicity"):
            judged[f"rooms.{name}"] = self.merged(f[f"room_{name}"], merged)
        for name in ("notary", "legal_aid"):
            judged[f"stations.{name}"] = self.station(f[f"station_{name}"], f[f"point_{name}"])
        return judged

    def premises(self) -> dict[str, Judged]:
        f = self.facts
        judged = {
            f"premises.{name}": yes(f[name])
            for name in ("independent", "counter_service", "signage", "appearance")
        }
        street = f["kind"].value.astype(np.int8)
        judged["premises.area"] = self.minimum(f["floor_area"], AREAS[self.row, street])
        judged["service.satisfaction"] = self.fixed(f["satisfaction"], 95)
        machines = {"vehicle": "vehicles", "audio_video": "audio_video"}
        machines |= {"computing": "computing", "network": "network"}
        return judged | {
            f"equipment.{name}": self.fixed(f[fact], 1) for name, fact in machines.items()
        }

    def staff(self) -> dict[str, Judged]:
        f = self.facts
        return {
            "staff.total": self.minimum(f["staff_total"], np.array([10, 6, 4, 0])[self.row]),
            "staff.establishment": self.minimum(
                f["establishment"], np.array([4, 3, 2, 0])[self.row]
            ),
            "staff.mediators": self.minimum(f["mediators"], np.array([3, 2, 2, 0])[self.row]),
            "staff.sw_rule_of_law": self.large_one(f["sw_rule_of_law"]),
            "staff.sw_legal_service": self.large_one(f["sw_legal_service"]),
            "staff.correction_ratio": self.ratio(f["sw_correction"], f["correction_persons"], 15),
            "staff.resettlement_ratio": self.ratio(f["sw_resettlement"], f["released_persons"], 50),
            "staff.director_establishment": self.everyone("directors_from_establishment", UNMET),
            "staff.director_qualified": self.everyone("directors_qualified", UNMET),
            "staff.trained": self.trained(),
        }

    def large_yes(self, fact: Known) -> Judged:
        return Judged(three(fact.value, fact.known & self.is_large), self.may_be_large)

    def merged(self, room: Known, merged: Known) -> Judged:
        value = room.value | (merged.value & self.is_small)
        known = value | (room.known & (merged.known | ~self.is_small))
        return Judged(three(value, known & self.sized))

    def station(self, station: Known, point: Known) -> Judged:
        value = station.value | (point.value & ~self.is_large)
        known = value | (station.known & (point.known | self.is_large))
        return Judged(three(value, known & self.sized))

    def minimum(self, fact: Known, required: Array) -> Judged:
        """A minimum by class: not known where the class is not."""
        return self.numbers(fact, Known(required, self.sized))

    def fixed(self, fact: Known, required: int) -> Judged:
        verdict = three(fact.value >= required, fact.known)
        if not self.full:
            return Judged(verdict)
        every = np.full(len(verdict), required)
        gap = np.where(verdict == UNMET, required - fact.value, 0)
        required_known = Known(every, np.ones(len(verdict), dtype=bool))
        return Judged(verdict, None, fact, required_known, Known(gap, fact.known))

    def large_one(self, fact: Known) -> Judged:
        verdict = three(fact.value >= 1, fact.known & self.is_large)
        if not self.full:
            return Judged(verdict, self.may_be_large)
        required = Known(np.ones(len(verdict), dtype=np.int64), self.is_large)
        gap = Known(np.where(verdict == UNMET, 1 - fact.value, 0), fact.known & self.is_large)
        return Judged(verdict, self.may_be_large, fact, required, gap)

    def numbers(self, fact: Known, required: Known) -> Judged:
        known = fact.known & required.known
        verdict = three(fact.value >= required.value, known)
        if not self.full:
            return Judged(verdict)
        gap = np.where(verdict == UNMET, required.value - fact.value, 0)
        return Judged(verdict, None, fact, required, Known(gap, known))

    def ratio(self, workers: Known, persons: Known, per: int) -> Judged:
        nobody = persons.known & (persons.value == 0)
        met = nobody | (workers.value * per >= persons.value)
        known = nobody | (workers.known & persons.known)
        verdict = three(met, known)
        if not self.full:
            return Judged(verdict)
        required = (persons.value + (per - 1)) // per
        gap = np.where(verdict == UNMET, required - workers.value, 0)
        return Judged(verdict, None, workers, Known(required, persons.known), Known(gap, known))

    def share(self, name: str, nobody: np.int8) -> Array:
        of, among, against = (
            self.facts[f"{name}__{part}"].value for part in ("of", "among", "against")
        )
        settled = np.where(of == among, MET, UNKNOWN)
        return np.where(against > 0, UNMET, np.where(among == 0, nobody, settled))

    def everyone(self, name: str, nobody: np.int8) -> Judged:
        return Judged(self.share(name, nobody))

    def trained(self) -> Judged:
        verdict = self.share("trained", MET)
        if not self.full:
            return Judged(verdict)
        of, among = self.facts["trained__of"], self.facts["trained__among"]
        known = verdict != UNKNOWN
        gap = Known(among.value - of.value, known)
        return Judged(verdict, None, Known(of.value, known), among, gap)

    def meets(self, judged: dict[str, Judged]) -> Judged:
        unmet = np.zeros(len(self.size), dtype=bool)
        unknown = np.zeros(len(self.size), dtype=bool)
        for item in judged.values():
            applies = True if item.applies is None else item.applies
            unmet |= (item.verdict == UNMET) & applies
            unknown |= (item.verdict == UNKNOWN) & applies
        return Judged(np.where(unmet, UNMET, np.where(unknown, UNKNOWN, MET)))


def yes(fact: Known) -> Judged:
    return Judged(three(fact.value, fact.known))


def three(value: Array, known: Array) -> Array:
    """A verdict of three values."""
    return np.where(known, value.view(np.int8), UNKNOWN)


Run = Callable[[dict[str, Known]], dict[str, Judged]]


def full_pass(facts: dict[str, Known]) -> dict[str, Judged]:
    """Verdicts with actual, required and gap: the outputs of the judge."""
    return Pass(facts, full=True).run()


def bare_pass(facts: dict[str, Known]) -> dict[str, Judged]:
    """The comparisons alone."""
    return Pass(facts, full=False).run()
