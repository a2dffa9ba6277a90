"""Which paper is checked: one with a code that nobody guesses."""

from fengqiao.kernel.documents.models import Paper
from tests.manners.matrix import disputes
from tests.manners.matrix.asked import of_system

prepare = disputes.prepare


def code(spot):
    """That of a paper of the office."""
    case = disputes.accepted(spot)
    return {"code": Paper.objects.about(case)[0].code}


RECORDS = {"documents:check": of_system(code)}
