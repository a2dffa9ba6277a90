"""What the words of an agreement may mean. Words are not rows: these are hints, and bind nobody."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from fengqiao.duties.disputes.agreement.draft import Draft, Finding
from fengqiao.duties.disputes.enums import Severity
from fengqiao.lib import rmb


class Hint(NamedTuple):
    """Words that were found, and what to think of; `of_peoples_law`: cited only where that is law."""

    words: re.Pattern[str]
    says: str
    cite: str = ""
    of_peoples_law: bool = False


HINTS = (
    Hint(
        re.compile(r"离婚|解除婚姻|(?:脱离|断绝).{0,6}关系|(?:解除|成立)收养"),
        "文字涉及身份关系,不能靠调解协议成立、解除或者确认",
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百五十五条",
    ),
    Hint(
        re.compile(r"监护(?:人|权).{0,6}(?:变更|改|归|由)|(?:变更|放弃|撤销)监护"),
        "协议确定监护人限于依法具有监护资格的人之间,撤销监护人资格由法院决定",
        "《民法典》第三十条、第三十六条",
    ),
    Hint(
        re.compile(r"(?:不|免).{0,4}(?:追究|承担).{0,4}刑事责任|不(?:得|再)?报(?:警|案)|撤案"),
        "刑事责任不能由协议约定免除",
        "《刑事诉讼法》第三条",
    ),
    Hint(
        re.compile(r"(?:不|免)(?:予|再|于|除)?.{0,4}(?:行政)?处罚|不(?:予|再)?拘留"),
        "行政处罚由行政机关依法决定",
        "《行政处罚法》第十七条",
    ),
    Hint(
        re.compile(
            r"不(?:得|准|许|再).{0,4}(?:起诉|诉讼|仲裁|上访|信访|申诉)|放弃.{0,4}(?:诉讼|仲裁|起诉)的?权利?"
        ),
        "不得因调解阻止当事人通过仲裁、行政、司法等途径维护自己的权利",
        "《人民调解法》第三条",
        of_peoples_law=True,
    ),
    Hint(
        re.compile(r"(?:放弃|不(?:再|予)?(?:承担|负担|负责)?).{0,4}(?:赡养|抚养)"),
        "父母对未成年子女、成年子女对父母的义务不因协议免除,请核对",
        "《民法典》第二十六条",
    ),
    Hint(
        re.compile(r"(?:放弃|延长|缩短|不适用|不受).{0,4}诉讼时效"),
        "诉讼时效由法律规定,当事人的约定和预先放弃无效",
        "《民法典》第一百九十七条",
    ),
    Hint(
        re.compile(r"尽快|及时(?:支付|给付|履行)|适当(?:补偿|赔偿)|有(?:钱|能力)(?:时|再)|以后再"),
        "说法不明确,将来难以履行;内容不明确的,法院不予司法确认",
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百五十八条",
    ),
)
AMOUNT = re.compile(
    r"(?P<figures>\d[\d,]*(?:\.\d{1,2})?)\s*元?\s*[((](?:人民币)?(?:大写)?[::]?\s*"
    r"(?P<words>(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+)[))]"
)


def texts(draft: Draft) -> Iterator[tuple[int, str]]:
    """Every free text with the row in which it stands."""
    yield from ((duty.row, " ".join(duty.texts)) for duty in draft.duties)
    yield 0, draft.extra


def wording(draft: Draft) -> Iterator[Finding]:
    for row, text in texts(draft):
        for hint in HINTS:
            match = hint.words.search(text)
            if match:
                cite = "" if hint.of_peoples_law and not draft.is_peoples else hint.cite
                says = f"写有“{match.group()}”:{hint.says}"
                yield Finding(Severity.HINT, says, row, cite)


def written_amounts(draft: Draft) -> Iterator[Finding]:
    for row, text in texts(draft):
        for match in AMOUNT.finditer(text):
            figures = Decimal(match["figures"].replace(",", ""))
            said = rmb.read(match["words"])
            if said != figures:
                yield Finding(Severity.HINT, f"写有“{match.group()}”:数字和大写不一致", row)
