"""What the 人民调解法 asks of a committee, and what of it is not met: each a sentence with its article.

A committee of a town or a trade is measured by analogy (34); of a studio the law says nothing, so
what is said of it is our own and cites nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fengqiao.lib.days import add_months
from fengqiao.registers.mediation.enums import BY_LAW, MEMBERS, Post
from fengqiao.registers.mediation.models import Body, Seat, Tenure
from fengqiao.rulebook.statutes import load

FEWEST, MOST = 3, 9  # members (人民调解法 8)
TERM = "MED-06"
SOON = timedelta(days=60)
TRAINED_WITHIN = timedelta(days=365)  # ours: the law says regularly (14)


@dataclass(frozen=True, slots=True)
class Finding:
    """A condition that is not met; `cite` is empty where it is our own."""

    sentence: str
    cite: str = ""

    @property
    def words(self) -> str:
        return f"{self.sentence}({self.cite})" if self.cite else f"{self.sentence}。"


def end_of_tenure(begins_on: date) -> date:
    """The first day after the three years (人民调解法 9)."""
    statute = load()[TERM]
    value = statute.on(begins_on) or statute.values[0]
    return add_months(begins_on, 12 * value.term.length)


def findings(
    body: Body,
    seats: Sequence[Seat],
    tenure: Tenure | None,
    trained: Iterable[int],
    day: date,
) -> list[Finding]:
    """What is not met on the day. `seats` are those that hold, `trained` the mediators who took part
    in a training within the last year."""
    if body.ended_on is not None and body.ended_on <= day:
        return []
    if not body.is_committee:
        return [*_of_studio(body, seats), *_of_training(seats, trained)]
    return [
        *_of_members(body, seats),
        *_of_tenure(body, tenure, day),
        *_of_notice(body, seats, tenure),
        *_of_training(seats, trained),
    ]


def _cite(body: Body, article: str) -> str:
    if body.kind in BY_LAW:
        return _("《人民调解法》%s") % article
    return _("参照《人民调解法》%s,见第三十四条") % article


def _of_members(body: Body, seats: Sequence[Seat]) -> Iterator[Finding]:
    members = [seat for seat in seats if seat.post in MEMBERS]
    heads = Counter(seat.post for seat in seats)[Post.HEAD]
    if not FEWEST <= len(members) <= MOST:
        words = {"now": len(members), "fewest": FEWEST, "most": MOST}
        yield Finding(
            _("现有委员%(now)d人,应为%(fewest)d至%(most)d人") % words,
            _cite(body, _("第八条第二款")),
        )
    if heads != 1:
        words = {"now": heads}
        yield Finding(_("现有主任%(now)d人,应设一人") % words, _cite(body, _("第八条第二款")))
    if members and not any(seat.mediator.woman for seat in members):
        yield Finding(_("没有妇女成员"), _cite(body, _("第八条第三款")))
    if body.multi_ethnic and not body.minority_member:
        yield Finding(_("在多民族居住地区,没有人数较少民族的成员"), _cite(body, _("第八条第三款")))


def _of_tenure(body: Body, tenure: Tenure | None, day: date) -> Iterator[Finding]:
    article = _cite(body, _("第九条第二款"))
    if tenure is None:
        yield Finding(_("没有登记本届任期"), article)
    elif tenure.ends_on <= day:
        yield Finding(_("本届任期已于%s届满,还没有换届") % tenure.ends_on.isoformat(), article)
    elif tenure.ends_on - day <= SOON:
        yield Finding(_("本届任期将于%s届满,请准备换届") % tenure.ends_on.isoformat(), article)


def _of_notice(body: Body, seats: Sequence[Seat], tenure: Tenure | None) -> Iterator[Finding]:
    """The bureau keeps count, and tells the court of the members and of changes (10)."""
    if tenure is None:
        return
    article = _cite(body, _("第十条"))
    if tenure.filed_on is None:
        yield Finding(_("本届组成情况还没有报县级司法行政部门"), article)
    elif tenure.court_told_on is None:
        yield Finding(_("本届组成情况还没有通报所在地基层人民法院"), article)
    elif any(seat.begins_on > tenure.court_told_on for seat in seats):
        yield Finding(_("通报基层人民法院以后人员又有调整,还没有再次通报"), article)


def _of_training(seats: Sequence[Seat], trained: Iterable[int]) -> Iterator[Finding]:
    missing = {seat.mediator_id for seat in seats} - set(trained)
    if missing:
        yield Finding(_("有%d名调解员近一年没有培训记录") % len(missing))


def _of_studio(body: Body, seats: Sequence[Seat]) -> Iterator[Finding]:
    if body.parent_id is None:
        yield Finding(_("没有登记所属的调委会"))
    if not seats:
        yield Finding(_("还没有登记调解员"))
    elif not any(seat.post == Post.HEAD for seat in seats):
        yield Finding(_("没有登记负责人"))
