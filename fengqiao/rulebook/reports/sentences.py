"""The sentences of a report: what the tables say, as an official would write it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import summary
from .summary import ItemTotals, Totals
from .wording import NOT_GIVEN, day, goal, listed, percent

if TYPE_CHECKING:
    from fengqiao.rulebook.judgement import Judgement
    from fengqiao.rulebook.results import DistrictResult

NAMED = 3  # reasons that the text names; the table has them all
DISTRICTS_NAMED = 12
ENDINGS = ("建设工作方案", "工作方案", "建设标准", "标准", "方案")


def title(judgement: "Judgement") -> str:
    """The title of the report, from the title of the standard."""
    name = judgement.title
    ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
    return f"{name.removesuffix(ending)}达标情况报告"


def scope(judgement: "Judgement") -> str:
    """What was judged, by what, on which day."""
    districts = {office.district for office in judgement.offices}
    sizes = summary.totals_by_size(judgement)
    parts = [f"{size}{total.offices}个" for size, total in sizes.items()]
    if left := summary.unsized(judgement):
        parts.append(f"尚未确定分类{left}个")
    among = f",其中{listed(parts)}" if parts else ""
    return (
        f"截至{day(judgement.as_of)},对照《{judgement.title}》,共评定{len(districts)}个市(区)"
        f"{_unit(judgement)}{len(judgement.offices)}个{among}。"
    )


def outcome(judgement: "Judgement") -> str:
    """How many meet the standard."""
    total = summary.totals(judgement.offices)
    rate = percent(total.rate) if total.rate is not None else NOT_GIVEN
    pending = f",因资料不全待定{total.unknown}个" if total.unknown else ""
    return f"经逐项评定,达标{total.met}个,达标率{rate};未达标{total.unmet}个{pending}。"


def counting(judgement: "Judgement") -> str:
    """How what is not decided enters the rate."""
    return f"资料不全、达标与否待定的{_unit(judgement)},计算达标率时按未达标计。"


def sizes(judgement: "Judgement") -> str:
    """The rate of each size beside the year's target."""
    parts = [
        _size(f"{size}{_unit(judgement)}", total)
        for size, total in summary.totals_by_size(judgement).items()
    ]
    return f"按分类看,{';'.join(parts)}。"


def goals(judgement: "Judgement") -> str:
    """How many of the targets of districts and sizes are reached."""
    found = summary.goals(judgement.districts)
    exempt = f"(其中{found.without_offices}项因无此类{_unit(judgement)}视为完成)" * bool(
        found.without_offices
    )
    missed = found.rows - found.reached
    rest = f",未完成{missed}项,合计还需{found.short_by}个{_unit(judgement)}达标" if missed else ""
    return (
        f"按市(区)和分类计,{judgement.as_of.year}年度目标共{found.rows}项,"
        f"已完成{found.reached}项{exempt}{rest}。"
    )


def districts(judgement: "Judgement") -> str:
    """Which districts have reached all their targets, and what the others are short of."""
    groups = summary.by_district(judgement)
    done = [name for name, rows in groups.items() if all(row.reached for row in rows)]
    missed = [(name, rows) for name, rows in groups.items() if name not in done]
    parts = []
    if done:
        named = listed(done, limit=DISTRICTS_NAMED)
        parts.append(f"各类{_unit(judgement)}均已完成年度目标的市(区){len(done)}个:{named}。")
    if missed:
        shown = ";".join(_short(name, rows) for name, rows in missed[:DISTRICTS_NAMED])
        more = "等" if len(missed) > DISTRICTS_NAMED else ""
        parts.append(f"尚未完成的市(区){len(missed)}个:{shown}{more}。")
    return "".join(parts)


def reasons(judgement: "Judgement", lacked: Sequence[ItemTotals]) -> str:
    """Which items are lacked most."""
    failing = summary.totals(judgement.offices).unmet
    if not lacked:
        return f"各{_unit(judgement)}均无未达标项目。"
    times = sum(len(item.unmet) for item in lacked)
    parts = [f"{item.title}({len(item.unmet)}个)" for item in lacked[:NAMED]]
    # With grades one may meet the standard and lack items.
    those = "各" if judgement.about.scoring else f"未达标的{failing}个"
    return (
        f"{those}{_unit(judgement)}共有未达标项目{times}项次,涉及{len(lacked)}个项目。"
        f"未达标{_unit(judgement)}较多的项目是:{listed(parts)}。"
    )


def wanted(judgement: "Judgement", unknown: Sequence[ItemTotals]) -> str:
    """On which items data are missing, how many offices want their class first, and for how many
    this alone decides."""
    if not unknown:
        return f"各{_unit(judgement)}资料齐全,没有需要补充的项目。"
    offices = {(office.code, office.subject) for item in unknown for office in item.unknown}
    undecided = len(summary.undecided(judgement))
    sizeless = len(
        {(office.code, office.subject) for office in summary.without_size(judgement)} & offices
    )
    parts = []
    if sizeless:
        parts.append(f"{sizeless}个尚未确定分类,按分类提出要求的项目都待定,应先认定分类")
    if undecided:
        parts.append(f"{undecided}个没有未达标项目,补齐资料后即可作出结论")
    among = f"其中{';'.join(parts)}。" if parts else ""
    return f"有{len(offices)}个{_unit(judgement)}的{len(unknown)}个项目资料不全,需要补充。{among}"


def nearest(judgement: "Judgement", shown: int) -> str:
    """What the table of the nearest offices holds."""
    failing = summary.totals(judgement.offices).unmet
    if not failing:
        return f"没有未达标的{_unit(judgement)}。"
    which = f"列出前{shown}个" if shown < failing else "全部列出"
    return f"未达标的{failing}个{_unit(judgement)}按未达标项目由少到多排列,{which}。"


def basis(judgement: "Judgement") -> str:
    """On what ground and by which edition was judged, and as of which day."""
    about = judgement.about
    until = f",{day(about.valid_to)}起失效" if about.valid_to else ""
    ground = f"依据{about.ground}," if about.ground else ""
    return (
        f"{ground}本报告采用《{judgement.title}》自{day(about.valid_from)}起施行的版本{until},"
        f"按{day(judgement.as_of)}的情况逐项评定。"
    )


def readings(judgement: "Judgement") -> list[str]:
    """Where the standard can be read in two ways, and which one the figures rest on."""
    found = judgement.about.ambiguities
    first = [f"标准中有{len(found)}处可以有不同理解,本报告按下列口径评定:"] if found else []
    return first + [
        f"{place}.关于{one.clause}:{one.text}评定口径:{one.taken}"
        for place, one in enumerate(found, start=1)
    ]


def _unit(judgement: "Judgement") -> str:
    """What is judged, as the standard calls it."""
    return judgement.about.unit


def _size(those: str, total: Totals) -> str:
    if total.rate is None:
        return f"无{those}"
    target = f"(年度目标{goal(total.target)})" if total.target else ""
    rate = percent(total.rate, total.target)
    return f"{those}达标{total.met}个,达标率{rate}{target}"


def _short(name: str, rows: "list[DistrictResult]") -> str:
    parts = (f"{row.size}还差{row.short_by}个" for row in rows if not row.reached)
    return f"{name}{'、'.join(parts)}"
