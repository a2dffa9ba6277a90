"""Invented disputes for the offices of the demo accounts, each made by the real acts."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import timezone

from fengqiao.duties.disputes.actions import act, ask_opinion, change_party, register, take_back
from fengqiao.duties.disputes.enums import AgreementForm, Kind, Matter, Referrer, Source
from fengqiao.duties.disputes.handlers import handlers_of, others_than_owner
from fengqiao.duties.disputes.handling import bodies_of
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.opinions.acts import ASKED
from fengqiao.duties.disputes.opinions.keeping import take
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.seeds import GIVEN, SURNAMES

CLERKS = ("zhuli", "xinghua")
START, ORAL = {"rights_told": True}, {"form": "oral"}
ROUTES, CONSENT = {"routes_told": True}, {"consented": True, "nowhere_else": True}


class Story(NamedTuple):
    """A dispute that came in so many days ago, and what was done with it, each so many days ago."""

    days: int
    matter: Matter
    summary: str
    acts: tuple[tuple[str, int, dict[str, Any]], ...] = ()
    values: dict[str, Any] = {}


TOLD = {"way": "by_hand"}
THREAT = {"danger": "offence", "words": "一方当面说要叫人来,邻居都听见了。"}
POLICE = {"to": "police", "unit": "派出所值班民警", "means": "call"}
SIGNED = {"form": "written"}
STORIES = (
    Story(0, Matter.NEIGHBOURS, "两家共用的院墙漏水,泡坏了对方堆放的木料,互相推诿。"),
    Story(1, Matter.PROPERTY_SERVICE, "电梯停运半个月,业主拒交物业费,物业上门催收起了争执。"),
    Story(8, Matter.CONTRACT, "装修尾款八千元未付,业主说地砖空鼓,双方各执一词。"),
    Story(2, Matter.CONSUMER, "购买的电动车三个月内两次断电,要求退货,商家只肯维修。"),
    Story(
        12,
        Matter.HOUSING,
        "翻建老屋时越过原墙基三十公分,邻居要求停工。",
        (("accept", 10, CONSENT), ("tell", 10, TOLD)),
    ),
    Story(
        26,
        Matter.DAMAGES,
        "孩子在小区踢球砸坏车窗,家长对赔多少谈不拢。",
        (
            ("accept", 25, CONSENT),
            ("tell", 24, TOLD),
            ("start", 20, START),
            (
                "session",
                20,
                {"way": "place", "record": "双方家长到场,车主要求三千元,对方愿出一千五百元。"},
            ),
        ),
    ),
    Story(
        18,
        Matter.CONSUMER,
        "婚礼摄像丢失素材,要求退还全部费用并赔礼道歉。",
        (
            ("accept", 17, CONSENT),
            ("tell", 17, TOLD),
            ("start", 15, START),
            (
                "agree",
                12,
                ORAL | {"agreement": "商家退还费用二千八百元,当场付清。", "amount": Decimal(2800)},
            ),
        ),
    ),
    Story(
        45,
        Matter.CONTRACT,
        "鱼塘承包提前收回,对投入的补偿数额争执不下。",
        (
            ("accept", 44, CONSENT),
            ("tell", 43, TOLD),
            ("start", 40, START),
            ("fail", 20, {"reason": "双方差距过大,要求诉讼解决"} | ROUTES),
        ),
    ),
    Story(
        9,
        Matter.LABOUR,
        "工程结束后拖欠三名工人工资共二万一千元。",
        (("accept", 9, CONSENT), ("tell", 9, {"way": "post"})),
        {"request": "支付拖欠的工资"},
    ),
    Story(
        20,
        Matter.FAMILY,
        "老人轮流赡养的约定落了空,三个子女为医药费争吵。",
        (("accept", 19, CONSENT | {"violence": "none"}), ("tell", 18, TOLD)),
    ),
    Story(
        5,
        Matter.TRAFFIC,
        "电动车与行人相撞,责任已认定,赔偿数额谈不拢。",
        (("accept", 4, CONSENT),),
        {"source": Source.REFERRAL, "referrer": Referrer.POLICE, "kind": Kind.TRADE},
    ),
    Story(
        14,
        Matter.LAND,
        "承包地界桩被移动,两户都说多占了自己的一垄。",
        (("accept", 13, CONSENT), ("hand_over", 3, {"reason": "原承办人外出培训"})),
        {"kind": Kind.ADMINISTRATIVE},
    ),
    Story(
        30,
        Matter.BUSINESS,
        "合伙经营的小吃店散伙,账目对不上。",
        (("decline", 28, {"ground": "elsewhere", "reason": "一方已向法院起诉并立案"} | ROUTES),),
    ),
    Story(
        33,
        Matter.POLLUTION,
        "夜间烧烤油烟扰民,多次协商没有结果。",
        (("accept", 31, CONSENT), ("tell", 31, TOLD), ("refuse", 22, {"who": "对方"} | ROUTES)),
        {"source": Source.OWN_MOTION},
    ),
    Story(
        40,
        Matter.NEIGHBOURS,
        "楼上改装卫生间渗水到楼下卧室。",
        (("accept", 38, CONSENT), ("withdraw", 35, {"reason": "双方自行和好,已修好"})),
    ),
    Story(
        6,
        Matter.MEDICAL,
        "对镇卫生院的用药收费有疑问,要求说明并退费。",
        (("accept", 5, CONSENT), ("take_back", 5, {"reason": "还没有取得对方同意,误点了受理"})),
    ),
    Story(
        3,
        Matter.NEIGHBOURS,
        "停车位争执升级,一方扬言要叫人来。",
        (
            ("danger", 3, THREAT),
            ("report", 3, POLICE),
            ("answer", 2, {"answer": "已到场告诫双方。"}),
        ),
    ),
    Story(
        1,
        Matter.DAMAGES,
        "补习班教员体罚学生,家长要求赔偿。",
        (("danger", 0, {"danger": "minor", "words": "孩子手臂有淤青,家长说不止一次。"}),),
    ),
    Story(
        22,
        Matter.CONTRACT,
        "装修公司逾期两个月交付,双方商定退款。",
        (
            ("accept", 21, CONSENT),
            ("tell", 21, TOLD),
            ("start", 18, START),
            ("draft", 0, {"what": "退还装修款", "amount": Decimal(6000)}),
            ("agree", 10, SIGNED),
        ),
    ),
    Story(
        11,
        Matter.TRAFFIC,
        "倒车刮伤行人,医药费已付,误工费谈不拢。",
        (
            ("accept", 10, CONSENT),
            ("tell", 10, TOLD),
            ("offer", 0, {"reason": "交通调委会更熟悉这类纠纷"}),
        ),
    ),
    Story(
        2,
        Matter.LAND,
        "两镇交界的水渠被填,上下游各说各的。",
        (("send", 0, {"reason": "纠纷发生在对方辖区"}),),
    ),
)


def make_disputes() -> int:
    """Those of the offices that have none yet; how many that were."""
    made = 0
    for clerk in User.objects.filter(username__in=CLERKS):
        grants = clerk.grants.filter(role=Role.ASSISTANT).exclude(area=None)
        for grant in grants.select_related("area")[:1]:
            if not Dispute.objects.filter(office=grant.area).exists():
                made += sum(1 for _case in _make(grant.area, clerk))
                _say(grant.area, clerk)
    return made


def _make(office: Area, clerk: User) -> Iterator[Dispute]:
    draw = random.Random(clerk.username)  # noqa: S311 - invented, and the same each time
    today = timezone.localdate()
    others = list(handlers_of(office).exclude(pk=clerk.pk))
    for number, story in enumerate(sorted(STORIES, key=lambda story: -story.days)):
        owner = others[number % len(others)] if others and number % 3 == 0 else clerk
        yield _live(story, office, owner, clerk, draw, today)


def _say(office: Area, clerk: User) -> None:
    """What the parties of ended disputes said of it."""
    draw = random.Random(clerk.username)  # noqa: S311 - invented, and the same each time
    for case in Dispute.objects.filter(office=office, state__in=ASKED):
        for code in ask_opinion(case=case, number=case.parties.count(), by=clerk):
            overall = draw.choice(("very", "yes", "yes", "so_so"))
            take(code, {"overall": overall, "fair": "yes", "charged": "no"})


def _live(
    story: Story, office: Area, owner: User, clerk: User, draw: random.Random, today: date
) -> Dispute:
    on = today - timedelta(days=story.days)
    values: dict[str, Any] = {"kind": Kind.PEOPLE, "source": Source.APPLICATION} | story.values
    applied = values["source"] == Source.APPLICATION
    case = register(
        office=office,
        matter=story.matter,
        owner=owner,
        parties=[_party(draw), _party(draw)],
        by=clerk,
        registered_on=on,
        asked_on=on if applied else None,
        summary=story.summary,
        **values,
    )
    if story.matter == Matter.DAMAGES:
        _let_a_parent_speak(case, clerk)
    for name, days, given in story.acts:
        _do(case, name, today - timedelta(days=days), given, clerk)
    return case


def _do(case: Dispute, name: str, on: date, given: dict[str, Any], clerk: User) -> None:
    if name == "take_back":
        take_back(case=case, reason=given["reason"], by=clerk)
    elif name == "hand_over":
        to = others_than_owner(case).first()
        if to:
            act(case=case, name=name, given={"to": to, **given}, by=clerk)
    else:
        whole = {"on": on, **FILLED.get(name, _as_given)(case, given, on)}
        if None not in whole.values():
            act(case=case, name=name, given=whole, by=clerk)


def _as_given(case: Dispute, given: dict[str, Any], on: date) -> dict[str, Any]:
    return given


def _report(case: Dispute, given: dict[str, Any], on: date) -> dict[str, Any]:
    return given | {"report": case.reports.first()}


def _rows(case: Dispute, given: dict[str, Any], on: date) -> dict[str, Any]:
    """The first party is paid by the second, a month after today."""
    first, second = case.parties.all()[:2]
    due = timezone.localdate() + timedelta(days=30)
    row = {"debtor_id": second.pk, "creditor_id": first.pk, "subject": "money", "due_on": due}
    return {"head": {"facts": case.summary}, "rows": [row | given | {"way": "转账"}]}


def _signed(case: Dispute, given: dict[str, Any], on: date) -> dict[str, Any]:
    if given["form"] != AgreementForm.WRITTEN:
        return given
    return given | dict.fromkeys(("signed_on", "mediator_signed_on", "sealed_on"), on)


def _other_body(case: Dispute, given: dict[str, Any], on: date) -> dict[str, Any]:
    """None where the office has no other one: then nothing is offered."""
    case.refresh_from_db()
    others = bodies_of(case.office).exclude(pk=case.body_id) if case.body_id else None
    return given | {"body": others.first() if others else None}


def _other_office(case: Dispute, given: dict[str, Any], on: date) -> dict[str, Any]:
    """That of the other clerk of the demo."""
    grants = Grant.objects.filter(user__username__in=CLERKS, role=Role.ASSISTANT)
    found = grants.exclude(area=None).exclude(area=case.office).first()
    return given | {"office": found.area if found else None}


# What an act is given that only the case knows; where it is None the act is left out.
FILLED = {
    "report": _report,
    "answer": _report,
    "draft": _rows,
    "agree": _signed,
    "offer": _other_body,
    "send": _other_office,
}


def _let_a_parent_speak(case: Dispute, clerk: User) -> None:
    child = case.parties.first()
    if child:
        born_on = case.registered_on - timedelta(days=365 * 10)
        values = {"born_on": born_on, "guardian": child.name[0] + "明远"}
        change_party(case=case, party=child, values=values, by=clerk)


def _party(draw: random.Random) -> dict[str, Any]:
    name = draw.choice(SURNAMES) + "".join(draw.sample(GIVEN, draw.choice((1, 2, 2))))
    return {"name": name, "phone": f"+861300000{draw.randrange(10_000):04}"}
