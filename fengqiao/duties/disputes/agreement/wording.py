"""The text of an agreement, made from its obligations."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from fengqiao.duties.disputes.agreement.draft import Draft, Duty, Part, Who
from fengqiao.duties.disputes.enums import Subject
from fengqiao.lib.rmb import capitals

NUMERALS = "零一二三四五六七八九"
VERBS = {Subject.MONEY: "支付", Subject.GOODS: "交付", Subject.APOLOGY: "赔礼道歉"}
Named = Callable[[str], str]


def lines_of(draft: Draft, named: Named = str) -> list[str]:
    """One for each obligation, then the total and what else was agreed; `named` masks names."""
    said = [_line(duty, named) for duty in draft.duties]
    if draft.sum and len([one for one in draft.duties if one.amount]) > 1:
        said.append(f"以上金额合计{_money(draft.sum)}。")
    if draft.extra.strip():
        said.append(draft.extra.strip())
    return [f"{ordinal(place)}、{line}" for place, line in enumerate(said, 1)]


def ordinal(number: int) -> str:
    """一, 十二, 三十: the number of a clause, up to ninety-nine."""
    tens, units = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{NUMERALS[tens]}十")
    return head + (NUMERALS[units] if units else "")


def _line(duty: Duty, named: Named) -> str:
    who = _name(duty.debtor, named)
    to = f"向{_name(duty.creditor, named)}" if duty.creditor else ""
    what = duty.what.strip()
    if duty.subject == Subject.ABSTAIN:
        what = what if what.startswith(("停止", "不")) else f"停止{what}"
    elif verb := VERBS.get(Subject(duty.subject), ""):
        what = what if what.startswith(verb) else f"{verb}{what}"
    elif to:
        to = to.replace("向", "为", 1) if duty.subject in (Subject.WORK, Subject.CARE) else to
    amount = _money(duty.amount) if duty.amount is not None else ""
    way = f",{duty.way.strip()}" if duty.way.strip() else ""
    return f"{who}{_time(duty)}{to}{what}{amount}{way}{_parts(duty.parts)}。"


def _name(who: Who | None, named: Named) -> str:
    return named(who.name) if who else "____"


def _time(duty: Duty) -> str:
    if duty.at_once:
        return "当场"
    when = duty.condition.strip()
    if duty.due_on:
        return f"于{_day(duty.due_on)}前(含当日){when}"
    return f"在{when}后" if when and not when.endswith(("内", "前", "后", "时")) else when


def _parts(parts: tuple[Part, ...]) -> str:
    if not parts:
        return ""
    said = ";".join(
        f"第{place}期{_day(part.due_on)}前(含当日){part.amount:,.2f}元"
        for place, part in enumerate(parts, 1)
    )
    return f",分{len(parts)}期:{said}"


def _money(amount: Decimal) -> str:
    return f"人民币{amount:,.2f}元(大写:{capitals(amount)})"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
