"""Amounts of money in 大写, as papers about money write them, and read back."""

import re
from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿")
MOST = Decimal("999999999999.99")
CENT = Decimal("0.01")
_OTHERS = str.maketrans("两弍参陸〇圆元百千", "贰贰叁陆零元元佰仟")
_NUMBER = "[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+"
_WHOLE = re.compile(
    rf"(?:人民币)?(?:(?P<yuan>{_NUMBER})元)?零?(?:(?P<jiao>[零壹贰叁肆伍陆柒捌玖])角)?"
    r"零?(?:(?P<fen>[零壹贰叁肆伍陆柒捌玖])分)?[整正]?"
)


def capitals(amount: Decimal) -> str:
    """伍仟元整, 壹佰零贰元伍角整, 叁分: for 0 up to 999,999,999,999.99."""
    if not 0 <= amount <= MOST or amount != amount.quantize(CENT):
        raise ValueError(f"not an amount of money: {amount}")
    yuan, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    if not cents:
        return f"{_whole(yuan)}元整"
    head = f"{_whole(yuan)}元" if yuan else ""
    tenths = f"{DIGITS[jiao]}角" if jiao else ("零" if yuan else "")
    return f"{head}{tenths}{DIGITS[fen]}分" if fen else f"{head}{tenths}整"


def read(words: str) -> Decimal | None:
    """The amount that such words say; None where they say none."""
    match = _WHOLE.fullmatch("".join(words.split()).translate(_OTHERS))
    if match is None or not any(match.groups()):
        return None
    yuan = _number(match["yuan"]) if match["yuan"] else 0
    if yuan is None:
        return None
    cents = sum(
        DIGITS.index(match[name]) * worth
        for name, worth in (("jiao", 10), ("fen", 1))
        if match[name]
    )
    return Decimal(yuan) + Decimal(cents) / 100


def _whole(number: int) -> str:
    if not number:
        return DIGITS[0]
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    said = ""
    for place in reversed(range(len(groups))):
        group = groups[place]
        if not group:
            continue
        is_gap = said and (group < 1000 or not groups[place + 1])
        said += ("零" if is_gap else "") + _four(group) + GROUPS[place]
    return said


def _four(number: int) -> str:
    said, gap = "", False
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return said


def _number(words: str) -> int | None:
    """Read and said again it must be the same, so that no muddle of signs passes for a number."""
    total = section = digit = 0
    for sign in words:
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign in PLACES:
            section += (digit or 1) * 10 ** PLACES.index(sign)
            digit = 0
        elif sign == "亿":
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            total += (section + digit) * 10**4
            section = digit = 0
    total += section + digit
    if total > MOST:
        return None
    spoken = _whole(total)
    return total if words in (spoken, spoken.removeprefix("壹") if total < 20 else spoken) else None
