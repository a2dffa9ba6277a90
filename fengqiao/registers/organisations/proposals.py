"""The class that a standard proposes for an office, in words, to be confirmed or overridden."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed class as plain words; `size` is empty where none could be proposed."""

    size: str
    score: str
    reasons: list[str]
    unknowns: list[str]
    note: str
    standard: str = ""
    edition: str = ""
    begins: date | None = None
    cuts: str = ""

    def kept(self) -> dict[str, Any]:
        """What stands beside the confirmed class, by the names of `confirm_class`."""
        return {
            "proposed_size": self.size,
            "score": self.score,
            "reasons": self.reasons,
            "edition": self.edition,
        }


def proposal_on(day: date, values: Mapping[str, Any]) -> Proposal:
    """What the edition in force on the day proposes for these values (3.1.a); the setting
    `STANDARD` names the standard of this city."""
    from fengqiao.rulebook import classify, packs

    try:
        pack = packs.load(settings.STANDARD)
        edition = pack.edition_on(day)
    except InputRefused as refused:
        return Proposal("", "", [], [], refused.message)
    found = classify.propose(edition, values)
    return Proposal(
        size=found.size or "",
        score="" if found.score is None else f"{float(found.score):g}",
        reasons=[reason.sentence for reason in found.reasons],
        unknowns=list(found.unknowns),
        note=edition.classification.note,
        standard=pack.title,
        edition=f"{pack.id} {edition.id}",
        begins=edition.valid_from,
        cuts=_cuts_in_words(edition.classification.cuts),
    )


def _cuts_in_words(cuts: Iterable[tuple[Any, str]]) -> str:
    """Each class from its score on; what begins at nothing is the rest."""
    return ";".join(
        _("{start} 分起{name}").format(start=f"{float(start):g}", name=name)
        if start
        else _("其余{name}").format(name=name)
        for start, name in cuts
    )
