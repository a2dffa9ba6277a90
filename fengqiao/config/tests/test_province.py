"""The disputes that the benches write in bulk are those that the acts would make."""

from django.db import transaction
from django.utils import timezone

from bench.province import by_acts, in_bulk, make_offices, plans
from fengqiao.duties.disputes.models import Dispute, DisputeToken
from fengqiao.duties.disputes.numbering import SORTS
from fengqiao.kernel.crypto.bare import bare
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.documents.models import Series

CASES = 200
OF_ITS_OWN = {"id", "at", "case", "dispute", "term", "subject_id", "url", "taken_back_by"}


def values(row):
    """All columns but keys, and the moment at which it was written."""
    fields = row._meta.concrete_fields
    return {f.name: getattr(row, f.attname) for f in fields if f.name not in OF_ITS_OWN}


def told(case):
    """The case with all that belongs to it."""
    terms = Term.objects.about(case).order_by("pk")
    tokens = DisputeToken.objects.filter(dispute=case)
    return {
        "case": values(case),
        "parties": [values(row) for row in case.parties.all()],
        "sessions": [values(row) for row in case.sessions.all()],
        "events": [values(row) for row in case.events.order_by("pk")],
        "terms": [values(row) for row in terms],
        "addresses": [term.url == case.get_absolute_url() for term in terms],
        "changes": [[values(row) for row in term.changes.all()] for term in terms],
        "codes": sorted(tokens.values_list("office", bare("code"))),
    }


def all_told():
    cases = Dispute.objects.order_by("office", "pk")
    # Papers, which have series of their own, are not copied: nothing that is measured reads them.
    series = Series.objects.filter(name__in=SORTS.values()).order_by("name", "office", "year")
    return [told(case) for case in cases], [values(row) for row in series]


def test_what_is_written_in_bulk_is_what_the_acts_make(db):
    wanted = list(plans(CASES, make_offices(CASES), 2, timezone.localdate()))
    with transaction.atomic():
        for plan in wanted:
            by_acts(plan)
        acted = all_told()
        transaction.set_rollback(True)
    in_bulk(wanted)
    written = all_told()
    assert len(written[0]) == CASES
    assert all(len(case["events"]) == 5 for case in written[0])
    assert written == acted
