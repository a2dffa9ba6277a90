"""What is shown of a value about a person before somebody opens it."""

import re

STARS = "****"
RESIDENT_ID = 18
_TOWN = re.compile(r"(?:.*?[市区县旗][^村\d]{1,12}?|[^市区县旗路村\d]{1,8}?)(?:街道|镇|乡|苏木)")
_COUNTY = re.compile(r"(?:.{2,12}?(?:省|自治区))?(?:.{1,12}?[市州盟])?(?:.{1,10}?[区县旗市])?")


def name(full: str) -> str:
    """许**: the length of the name is not told either."""
    return f"{full[0]}**" if full else ""


def paper_number(number: str) -> str:
    """321202********1234; of other papers the first sign and the last two."""
    if len(number) == RESIDENT_ID:
        return f"{number[:6]}{'*' * 8}{number[-4:]}"
    if len(number) < 6:
        return "*" * len(number)
    return f"{number[0]}{'*' * (len(number) - 3)}{number[-2:]}"


def phone(number: str) -> str:
    """138****5678, 0523-****1234; as `phones.spoken` gives it."""
    head, dash, line = number.rpartition("-")
    if dash:
        return f"{head}-{STARS}{line[-4:]}"
    return f"{number[:3]}{STARS}{number[-4:]}" if len(number) > 8 else STARS


def address(whole: str) -> str:
    """Down to the town or street; where none is named, down to the county or city."""
    if not whole:
        return ""
    found = _TOWN.match(whole) or _COUNTY.match(whole)
    return f"{found[0] if found else ''}{STARS}"
