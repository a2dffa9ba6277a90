"""Which paper is checked: one with a code that nobody guesses; and whose templates."""

from fengqiao.kernel.documents.models import Paper
from tests.manners.matrix import disputes
from tests.manners.matrix.asked import of_office, of_system

prepare = disputes.prepare


def code(spot):
    """That of a paper of the office."""
    case = disputes.accepted(spot)
    return {"code": Paper.objects.about(case)[0].code}


TEMPLATE = of_office(lambda spot: {"pk": spot.office.pk, "document": "disputes.acceptance"})

RECORDS = {
    "documents:check": of_system(code),
    **{f"documents:{name}": TEMPLATE for name in ("template", "file", "put_back")},
}
