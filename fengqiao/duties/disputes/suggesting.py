"""Whom to ask to mediate: the body's mediators, who has fewest open cases first, each with the reason in
words. It is there to distribute work; the parties' own choice comes before it (人民调解法 19, 23), and
nobody is ranked: there is no score, and nothing of it is kept."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.handling import OPEN_STATES
from fengqiao.duties.disputes.models import Dispute
from fengqiao.registers.mediation.models import Mediator


@dataclass(frozen=True, slots=True)
class Candidate:
    """`why_not` is empty where he may mediate."""

    mediator: Mediator
    open_cases: int
    is_good_at: bool
    why_not: str

    @property
    def words(self) -> str:
        """孙桂芳:未办结2件,擅长这类纠纷."""
        parts = [_("未办结%(number)d件") % {"number": self.open_cases}]
        if self.is_good_at:
            parts.append(_("擅长这类纠纷"))
        if self.mediator.account_id is None:
            parts.append(_("没有账号,由承办人代为记录"))
        return f"{self.mediator.name}:{','.join(parts)}"


def candidates(case: Dispute) -> list[Candidate]:
    """All who sit in the body today; who must avoid the case last, with the reason."""
    if case.body is None:
        return []
    seated = list(Mediator.objects.seated_on(timezone.localdate(), case.body))
    busy = Dispute.objects.filter(mediator__in=seated, state__in=OPEN_STATES).exclude(pk=case.pk)
    counts = dict(busy.order_by().values_list("mediator").annotate(Count("pk")))
    avoiding = {one.mediator_id: one for one in case.avoidances.all()}
    found = [
        Candidate(
            one,
            counts.get(one.pk, 0),
            case.matter in one.specialities,
            str(avoiding[one.pk].get_ground_display()) if one.pk in avoiding else "",
        )
        for one in seated
    ]
    return sorted(
        found,
        key=lambda one: (bool(one.why_not), one.open_cases, not one.is_good_at, one.mediator.pk),
    )


def suggestion(found: list[Candidate]) -> str:
    """Who is suggested, and why, in one sentence; empty where nobody may."""
    free = [one for one in found if not one.why_not]
    if not free:
        return ""
    first = free[0]
    reason = _("目前未办结%(number)d件,在本组织里最少") % {"number": first.open_cases}
    if first.is_good_at:
        reason += _(",并且擅长这类纠纷")
    return _("建议%(name)s:%(reason)s。当事人有选择的,以当事人的选择为准。") % {
        "name": first.mediator.name,
        "reason": reason,
    }
