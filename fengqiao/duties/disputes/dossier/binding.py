"""A file is bound (立卷) when its case has ended: what lies in it is frozen with a number, as papers are.
Until then it is drawn as a draft whenever somebody asks."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.duties.disputes.dossier.contents import DOSSIER, Line, catalogue_of, missing
from fengqiao.duties.disputes.dossier.drawing import draw
from fengqiao.duties.disputes.enums import PEOPLES_LAW
from fengqiao.duties.disputes.models import Dispute, Enclosure
from fengqiao.duties.disputes.numbering import series
from fengqiao.duties.disputes.paper_values import body_of, day
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.crypto.digests import plain_sm3
from fengqiao.kernel.documents.issuing import issue
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.documents.tables import Document
from fengqiao.kernel.workflow.tables import TAKE_BACK
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

TYPED = ("立卷人", "检查人", "保管期限", "备注", "情况说明")


def values_of(case: Dispute, event: Any = None) -> dict[str, str]:
    """What stands on cover, catalogue and last page; `目录` is the catalogue as JSON."""
    lines = catalogue_of(case)
    parties = [one.name for one in case.parties.all()]
    return {
        "类别": "人民调解" if case.kind in PEOPLES_LAW else "行政调解",
        "卷名": f"{'、'.join(parties)}{case.get_matter_display()}纠纷",
        "案号": case.number,
        "调解组织": body_of(case),
        "调解员": case.mediator.name if case.mediator else case.owner_name,
        "起": day(case.accepted_on or case.registered_on),
        "止": day(case.ended_on),
        "目录": _written(lines),
        **dict.fromkeys(TYPED, ""),
    }


def written(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The catalogue as it is kept: what each piece is, its pages, and the digest of its bytes."""
    return [
        {
            "title": str(line.entry.title),
            "needed": line.needed,
            "standing": str(line.standing),
            "pieces": [
                {
                    "scan": piece.is_scan,
                    "pk": piece.record.pk,
                    "title": piece.title,
                    "first": piece.first,
                    "last": piece.last,
                    "digest": _digest(piece.record),
                }
                for piece in line.pieces
            ],
        }
        for line in lines
    ]


def _written(lines: Iterable[Line]) -> str:
    return json.dumps(written(lines), ensure_ascii=False)


def contents_of(lines: Iterable[Line]) -> str:
    """As `contents`, of what lies there now."""
    return contents({"目录": _written(lines)})


def contents(values: Mapping[str, str]) -> str:
    """What two states of a file differ in."""
    return plain_sm3(values["目录"].encode()).hex()


def bound_of(case: Dispute) -> Paper | None:
    """The file as it was last bound, also where the case was taken up again since."""
    rows = Paper.objects.about(case).filter(document=DOSSIER).select_related("pdf", "by")
    return rows.order_by("-version").first()


def bind(*, case: Dispute, by: "User", typed: Mapping[str, str]) -> Paper:
    """Frozen as it lies now; InputRefused where it cannot be yet."""
    with transaction.atomic():
        locked = Dispute.objects.select_for_update(of=("self",)).get(pk=case.pk)
        lines = catalogue_of(locked)
        _refuse_unready(locked, lines, typed)
        today = timezone.localdate()
        paper = issue(BOUND, locked, by=by, on=today, extra={**typed, "立卷日期": day(today)})
        label = f"{locked.number} {paper.number}"
        record("disputes.bound", by=by, subject=locked, area=locked.office, label=label)
    return paper


def _refuse_unready(case: Dispute, lines: list[Line], typed: Mapping[str, str]) -> None:
    if case.is_open:
        raise InputRefused(_("结案以后才能立卷。"))
    if any(_is_being_drawn(piece.record) for line in lines for piece in line.pieces):
        raise InputRefused(_("有文书还在生成,请过一会儿再立卷。"))
    lacks = missing(lines)
    if lacks and not typed.get("情况说明", "").strip():
        raise InputRefused(_("还缺:%s。请补齐,或者在情况说明里写明为什么没有。") % "、".join(lacks))


def _is_being_drawn(record: Paper | Enclosure) -> bool:
    return isinstance(record, Paper) and not record.is_drawn


def _digest(record: Paper | Enclosure) -> str:
    stored = record.stored if isinstance(record, Enclosure) else record.pdf
    return stored.digest if stored else ""


def _drawn(paper: Paper, address: str, seal: str) -> bytes:
    return draw({**paper.values, "卷号": paper.number}, address=address, seal=seal)


def _numbered(case: Dispute, on: date) -> str:
    return series("卷")(case, on)


BOUND = Document(
    DOSSIER.partition(".")[2],
    gettext_lazy("调解卷宗"),
    (),
    values_of,
    number=_numbered,
    lapses_by=("reopen", TAKE_BACK),
    drawn_by=_drawn,
)
