"""The number of a resident identity card (GB 11643): whether it can be one, and what it says of its holder.

Area codes are not looked up: cards keep codes that no longer exist, and new codes are given to people who
were born before them.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from .faults import InputRefused

LENGTH, OLD_LENGTH = 18, 15
WEIGHTS = [2**place % 11 for place in range(17, 0, -1)]  # ISO 7064, MOD 11-2
DIGITS = "10X98765432"
EARLIEST = 1850  # nobody alive was born before; a slip of the hand was
MALE, FEMALE = "male", "female"


@dataclass(frozen=True, slots=True)
class ResidentId:
    """A number that is in order."""

    number: str

    @property
    def born_on(self) -> date:
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))

    @property
    def sex(self) -> str:
        return MALE if int(self.number[16]) % 2 else FEMALE


def read(text: str, today: date | None = None) -> ResidentId:
    """The number, however it was typed: with spaces, in full width, with a small x.

    Raises InputRefused with a sentence that says what is wrong; with `today` also where the holder
    would not be born yet.
    """
    number = re.sub(r"[\s\-‐‑–—·]", "", unicodedata.normalize("NFKC", text)).upper()
    if len(number) == OLD_LENGTH and number.isdecimal():
        raise InputRefused("这是15位的旧号码,请填写现用的18位身份证号。")
    if len(number) != LENGTH:
        raise InputRefused(f"身份证号应为18位,现为{len(number)}位。")
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", number):
        raise InputRefused("身份证号的前17位应为数字,第18位为数字或X。")
    born_on = _born_on(number)
    if born_on is None or (today and born_on > today):
        raise InputRefused(f"身份证号第7至14位应为出生日期,现为{number[6:14]},请核对。")
    if number[-1] != check_digit(number[:-1]):
        raise InputRefused("身份证号的最后一位与前17位对不上,请核对是否抄错。")
    return ResidentId(number)


def check_digit(first: str) -> str:
    """The eighteenth sign for the first seventeen."""
    total = sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True))
    return DIGITS[total % 11]


def age_on(born_on: date, day: date) -> int:
    """Full years (周岁): one more on the birthday itself; born on 29 February, on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _born_on(number: str) -> date | None:
    try:
        born_on = ResidentId(number).born_on
    except ValueError:
        return None
    return born_on if born_on.year >= EARLIEST else None
