"""The checks of an agreement: a sound one passes, each slip is found, and no text is too odd."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.duties.disputes.agreement.checks import CHECKS, checkup, must_mend
from fengqiao.duties.disputes.agreement.draft import Draft, Duty, Part, Who
from fengqiao.duties.disputes.agreement.wording import lines_of, ordinal
from fengqiao.duties.disputes.enums import Capacity, Severity, Subject
from fengqiao.lib.rmb import capitals

SIGNED = date(2026, 11, 30)
ZHOU, QIAN = Who("周海涛"), Who("钱春梅")
SETTLED = [one for one in Subject if one not in (Subject.STATUS, Subject.PENALTY)]
CENTS = st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100)


def duty(**values):
    sound = {
        "row": 1,
        "debtor": QIAN,
        "creditor": ZHOU,
        "subject": Subject.MONEY,
        "what": "木料款",
        "amount": Decimal(5000),
        "due_on": SIGNED + timedelta(days=30),
        "way": "转账",
    }
    return Duty(**sound | values)


def draft(*duties, **values):
    sound = {"facts": "院墙漏水泡坏木料", "earliest": SIGNED}
    return Draft(duties=duties or (duty(),), **sound | values)


def found(one):
    return {(finding.check, finding.severity) for finding in checkup(one)}


@st.composite
def sound_duties(draw, row):
    """Whatever a careful mediator may enter."""
    subject = draw(st.sampled_from(SETTLED))
    debtor, creditor = draw(st.permutations([ZHOU, QIAN]))
    amount = draw(CENTS) if subject == Subject.MONEY else None
    gaps = draw(st.lists(st.integers(1, 400), min_size=1, max_size=5))
    days = [SIGNED + timedelta(days=sum(gaps[: place + 1])) for place in range(len(gaps))]
    parts = ()
    if amount and draw(st.booleans()) and amount > len(gaps):
        ones = [Decimal(1)] * (len(gaps) - 1)
        parts = tuple(map(Part, days, [*ones, amount - len(ones)]))
    return duty(
        row=row,
        debtor=debtor,
        creditor=creditor,
        subject=subject,
        amount=amount,
        due_on=days[-1],
        parts=parts,
    )


@st.composite
def sound_drafts(draw):
    rows = range(1, draw(st.integers(1, 5)) + 1)
    made = draft(*(draw(sound_duties(row)) for row in rows))
    if draw(st.booleans()):
        made = replace(made, total=made.sum, total_words=capitals(made.sum))
    return made


def any_draft():
    text = st.text(max_size=30)
    who = st.none() | st.builds(Who, text, st.booleans(), st.sampled_from(Capacity))
    amounts = st.decimals(-10, 10**12, places=2)
    days = st.dates()
    duties = st.builds(
        Duty,
        row=st.integers(1, 9),
        debtor=who,
        creditor=who,
        subject=st.sampled_from(Subject),
        what=text,
        amount=st.none() | amounts,
        due_on=st.none() | days,
        at_once=st.booleans(),
        condition=text,
        way=text,
        parts=st.lists(st.builds(Part, days, amounts), max_size=3).map(tuple),
    )
    return st.builds(
        Draft,
        duties=st.lists(duties, max_size=4).map(tuple),
        facts=text,
        extra=text | st.from_regex(r"\d+元(大写:[壹贰元整]+)"),
        total=st.none() | amounts,
        total_words=text,
        is_peoples=st.booleans(),
        earliest=st.none() | days,
    )


@given(sound_drafts())
def test_a_sound_agreement_has_nothing_to_mend(one):
    assert must_mend(one) == []
    assert all(line.endswith("。") for line in lines_of(one))


@given(sound_drafts())
def test_a_cent_more_or_less_is_found(one):
    wrong = replace(one, total=one.sum + Decimal("0.01"), total_words="")
    assert ("total", Severity.MEND) in found(wrong)
    wrong = replace(one, total=None, total_words=capitals(one.sum + Decimal("0.01")))
    assert ("words", Severity.MEND) in found(wrong)


@given(any_draft())
def test_no_draft_is_too_odd_to_be_looked_at(one):
    for finding in checkup(one):
        assert finding.sentence
        assert finding.check in {check.name for check in CHECKS}
        assert one.is_peoples or "人民调解法" not in finding.sentence


NEXT = SIGNED + timedelta(days=10)
LATER = SIGNED + timedelta(days=20)
TWO = (Part(NEXT, Decimal(2000)), Part(LATER, Decimal(3000)))
SLIPS = [
    ({"debtor": None}, "who", Severity.MEND),
    ({"creditor": None}, "who", Severity.MEND),
    ({"creditor": QIAN}, "who", Severity.MEND),
    ({"subject": Subject.WORK, "what": " "}, "what", Severity.MEND),
    ({"what": ""}, "what", Severity.LOOK),
    ({"amount": None}, "amount", Severity.MEND),
    ({"amount": None, "subject": Subject.CARE}, "amount", Severity.LOOK),
    ({"due_on": None}, "when", Severity.MEND),
    ({"way": ""}, "how", Severity.MEND),
    ({"amount": Decimal(0)}, "positive", Severity.MEND),
    ({"parts": TWO, "amount": Decimal(6000), "due_on": None}, "instalments", Severity.MEND),
    ({"due_on": SIGNED - timedelta(days=1)}, "not_before", Severity.MEND),
    ({"parts": TWO[::-1], "due_on": None}, "in_order", Severity.MEND),
    ({"parts": TWO, "due_on": NEXT}, "last_part", Severity.MEND),
    ({"due_on": date(2062, 1, 1)}, "far_off", Severity.LOOK),
    ({"at_once": True}, "once_or_later", Severity.MEND),
    ({"subject": Subject.STATUS}, "status", Severity.MEND),
    ({"subject": Subject.PENALTY}, "penalty", Severity.MEND),
    ({"subject": Subject.TITLE}, "title", Severity.LOOK),
    ({"debtor": Who("孙某", is_party=False)}, "outsider_owes", Severity.MEND),
    ({"creditor": Who("镇卫生院", is_party=False)}, "outsider_gets", Severity.LOOK),
    ({"debtor": Who("周小", capacity=Capacity.LIMITED)}, "ward_gives", Severity.LOOK),
]


@pytest.mark.parametrize(("values", "check", "severity"), SLIPS)
def test_each_slip_of_a_row_is_found(values, check, severity):
    assert (check, severity) in found(draft(duty(**values)))
    assert (check, severity) not in found(draft())


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("双方自愿离婚", "第三百五十五条"),
        ("今后断绝父子关系", "第三百五十五条"),
        ("孩子的监护人变更为祖父", "第三十条"),
        ("甲方不追究乙方刑事责任", "《刑事诉讼法》第三条"),
        ("双方不得再起诉", "《人民调解法》第三条"),
        ("女儿今后不再承担赡养", "《民法典》第二十六条"),
        ("放弃诉讼时效利益", "第一百九十七条"),
        ("余款尽快付清", "第三百五十八条"),
        ("赔偿5000元(大写:伍佰元整)", "数字和大写不一致"),
    ],
)
def test_free_text_gives_hints_and_no_more(text, article):
    for one in (draft(duty(what=text)), draft(extra=text)):
        hints = [finding for finding in checkup(one) if finding.severity == Severity.HINT]
        assert article in hints[0].sentence
        assert must_mend(one) == []


def test_amounts_that_agree_give_no_hint():
    assert checkup(draft(extra="赔偿5,000.00元(大写:人民币伍仟元整)")) == []


def test_without_facts_one_is_asked_to_look():
    assert found(draft(facts="")) == {("facts", Severity.LOOK)}


def test_what_must_be_mended_comes_first():
    one = draft(duty(what="", amount=Decimal(0)), extra="尽快")
    order = [finding.severity for finding in checkup(one)]
    assert order == sorted(order, key=list(Severity).index)
    assert checkup(one)[0].sentence == "第1项:金额应大于零。"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (
            {},
            "钱春梅于2026年12月30日前(含当日)向周海涛支付木料款人民币5,000.00元(大写:伍仟元整),转账。",
        ),
        (
            {"at_once": True, "due_on": None, "way": ""},
            "钱春梅当场向周海涛支付木料款人民币5,000.00元(大写:伍仟元整)。",
        ),
        (
            {"subject": Subject.WORK, "what": "修好院墙", "amount": None, "way": ""},
            "钱春梅于2026年12月30日前(含当日)为周海涛修好院墙。",
        ),
        (
            {
                "subject": Subject.ABSTAIN,
                "what": "夜间施工",
                "amount": None,
                "way": "",
                "due_on": None,
                "creditor": None,
            },
            "钱春梅停止夜间施工。",
        ),
        (
            {
                "subject": Subject.GOODS,
                "what": "木料",
                "amount": None,
                "way": "送到家中",
                "due_on": None,
                "condition": "院墙修好之日起十日内",
            },
            "钱春梅院墙修好之日起十日内向周海涛交付木料,送到家中。",
        ),
        (
            {"parts": TWO, "due_on": None, "way": ""},
            "钱春梅向周海涛支付木料款人民币5,000.00元(大写:伍仟元整),分2期:"
            "第1期2026年12月10日前(含当日)2,000.00元;第2期2026年12月20日前(含当日)3,000.00元。",
        ),
    ],
)
def test_the_text_is_made_from_the_rows(values, line):
    assert lines_of(draft(duty(**values))) == [f"一、{line}"]


def test_several_payments_end_with_their_total():
    lines = lines_of(draft(duty(), duty(row=2, amount=Decimal("100.50")), extra="互不追究"))
    assert lines[2] == "三、以上金额合计人民币5,100.50元(大写:伍仟壹佰元伍角整)。"
    assert lines[3] == "四、互不追究"


def test_clauses_are_counted_as_papers_count():
    assert [ordinal(number) for number in (1, 10, 12, 20, 52)] == [
        "一",
        "十",
        "十二",
        "二十",
        "五十二",
    ]
