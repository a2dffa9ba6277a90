"""Which dispute is asked for: one of the office, for which its mediator answers; where nobody
accepted it yet, and for a paper one that was."""

from django.db import transaction

from fengqiao.duties.disputes.actions import act
from fengqiao.duties.disputes.dossier.tests.conftest import laid_in
from fengqiao.duties.disputes.models import Dispute, DossierDraft
from fengqiao.duties.disputes.tests.made import accept, made, make_user
from fengqiao.duties.disputes.uploads import DRAFT
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.files.keeping import keep
from tests.manners.matrix.asked import of_office, of_system
from tests.manners.matrix.world import Spot, World


def prepare(world: World) -> None:
    """One in each office, before anything is asked."""
    for spot in (world.here, world.there, world.far):
        made(spot.office, spot.person(Role.MEDIATOR))


def dispute(spot: Spot) -> Dispute:
    """That of the office."""
    return Dispute.objects.get(office=spot.office)


def accepted(spot: Spot) -> Dispute:
    """The same, accepted."""
    return accept(dispute(spot), spot.person(Role.MEDIATOR))


def paper(spot: Spot) -> dict[str, object]:
    """One that its acceptance made; the worker has not drawn it yet."""
    case = accepted(spot)
    return {"pk": case.pk, "paper": Paper.objects.about(case)[0].pk, "kind": "pdf"}


def scan(spot: Spot) -> dict[str, object]:
    """One in the file of the case."""
    case, by = accepted(spot), spot.person(Role.MEDIATOR)
    return {"pk": case.pk, "scan": laid_in(case, "evidence", by)[0].pk}


def draft(spot: Spot) -> dict[str, object]:
    """A draft of its file."""
    case = dispute(spot)
    with transaction.atomic():
        stored = keep(b"%PDF-", name="草卷", type_="pdf", by=None, area=case.office, kind=DRAFT)
    fields = {"stored": stored, "pages": 1, "contents": ""}
    DossierDraft.objects.update_or_create(dispute=case, defaults=fields)
    return {"pk": case.pk}


def transfer(spot: Spot) -> dict[str, object]:
    """One that another office sent to it, where somebody can take it."""
    make_user(spot.office, Role.DIRECTOR)
    case = Dispute.objects.exclude(office=spot.office).order_by("-pk")[0]
    given = {"office": spot.office, "reason": "纠纷发生在对方辖区"}
    by = case.owner
    assert by is not None
    act(case=case, name="send", given=given, by=by)
    return {"pk": case.transfers.get().pk, "act": "receive"}


HERE = of_office(lambda spot: {"pk": dispute(spot).pk})

RECORDS = {
    **{
        f"disputes:{name}": HERE
        for name in (
            *("dispute", "open", "agreement", "party_new"),
            *("dossier", "make_draft", "bind", "slips"),
        )
    },
    "disputes:blank": of_system(lambda spot: {"kind": "people", "name": "session"}),
    "disputes:draft": of_office(draft),
    "disputes:answer_transfer": of_office(transfer),
    "disputes:act": of_office(lambda spot: {"pk": dispute(spot).pk, "act": "hand_over"}),
    "disputes:party": of_office(
        lambda spot: {"pk": dispute(spot).pk, "party": dispute(spot).parties.first().pk}
    ),
    "disputes:enclose": of_office(lambda spot: {"pk": dispute(spot).pk, "entry": "evidence"}),
    **{f"disputes:{name}": of_office(scan) for name in ("enclosure", "take_out", "move_up")},
    "disputes:paper": of_office(paper),
    "disputes:make_paper": of_office(
        lambda spot: {"pk": dispute(spot).pk, "document": "application"}
    ),
}
