"""Seals what waits, verifies all of the trail, keeps the verdict in it and announces what is wrong."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.models import Entry, Pending
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.sealing import head, seal
from fengqiao.kernel.audit.signals import trail_bent
from fengqiao.kernel.audit.verifying import Verdict, verify

WHOLE, BENT = "audit.verified", "audit.bent"
TOLD = 10  # findings that the entry names


class Standing(NamedTuple):
    """How the trail stood when it was last verified, and since when the oldest entry waits for the
    sealer; None: never, and nothing waits."""

    verified_at: datetime | None
    whole: bool
    waits_since: datetime | None


def check(
    since: tuple[int, str] | None = None, say: Callable[[int], None] = lambda _links: None
) -> Verdict:
    """`verify`, of a trail of which nothing waits; what was found is kept and told in one
    transaction."""
    seal()
    verdict = verify(since, say)
    with transaction.atomic():
        _keep(verdict)
        if not verdict.whole:
            trail_bent.send(sender=Entry, findings=len(verdict.findings))
    return verdict


def standing() -> Standing:
    """Three look-ups by index."""
    last = [
        found
        for act in (WHOLE, BENT)
        if (found := Entry.objects.filter(act=act).order_by("-at", "-pk").first())
    ]
    newest = max(last, key=lambda entry: (entry.at, entry.pk), default=None)
    oldest = Pending.objects.order_by("pk").values_list("entry__at", flat=True).first()
    return Standing(newest.at if newest else None, newest is None or newest.act == WHOLE, oldest)


def _keep(verdict: Verdict) -> None:
    last = head()
    if verdict.whole:
        said: dict[str, Any] = {"head": f"{last.position}:{last.hash}"} if last else {}
        record(WHOLE, by=None, label=_("完整"), links=verdict.links, **said)
        return
    found = [str(finding) for finding in verdict.findings[:TOLD]]
    label = _("发现 %d 处异常") % len(verdict.findings)
    record(BENT, by=None, label=label, links=verdict.links, found=found)
