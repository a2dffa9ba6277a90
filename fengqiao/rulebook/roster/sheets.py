"""The sheets of a roster as tables: headers, what their cells may hold, and what a blank means.

Reader, template and documentation come from here. Identifiers are those of
`rulebook.tables.SCHEMAS`.
"""

from fengqiao.lib.workbook.cells import Choice, Day, Kind, Number, NumberOrYesNo, Text, YesNo
from fengqiao.lib.workbook.layout import Column, Layout

AREA_LIMIT = 100_000  # m²: no judicial office is larger

OFFICE_KINDS = ("乡镇", "街道")
SIZES = ("大型", "中型", "小型")
CATEGORIES = ("政法专项编制", "专职社工", "警辅", "专职调解员", "其他")
POSTS = (
    "所长",
    "社区矫正",
    "安置帮教",
    "基层法治建设",
    "公共法律服务",
    "人民调解",
    "综合",
)
DEGREES = ("博士", "硕士", "本科", "大专", "其他")
PARTIES = ("中共党员", "中共预备党员", "其他")
ROOMS = (
    "社区矫正分中心",
    "公共法律服务中心",
    "非诉讼服务中心",
    "人民调解委员会",
    "依法治理室",
    "法治宣传室",
    "法治建设室",
    "执法监督室",
    "执法管理室",
    "公证便民服务站",
    "公证业务协办点",
    "法律援助工作站",
    "法律援助协办点",
    "仲裁业务联系点",
    "立法民意征集区",
    "行政复议咨询点",
)
EQUIPMENT = ("交通工具", "音像设备", "信息处理设备", "通讯网络设备")

CODE = Text(longest=64)
NAME = Text(longest=100)
DIVISION = Text(digits=(9, 12))


def _count(unit: str) -> Number:
    return Number(whole=True, unit=unit)


def _must(name: str, header: str, kind: Kind, meaning: str = "") -> Column:
    return Column(name, header, kind, required=True, meaning=meaning)


_OFFICE = _must("office", "司法所编码", CODE, "与“司法所”表的编码一致")
_FOUND = "实地检查的结论"

OFFICES = Layout(
    "offices",
    "司法所",
    (
        _must("code", "编码", CODE, "每个司法所一个,不得重复"),
        _must("name", "名称", NAME),
        _must("district", "市(区)", Text(longest=50), "所属县级市或区"),
        _must("division", "区划代码", DIVISION, "乡镇、街道的9位或12位区划代码"),
        _must("kind", "类型", Choice(OFFICE_KINDS)),
        Column("size", "分类", Choice(SIZES), meaning="由司法局确认", blank="尚未确认"),
        Column("population", "常住人口", _count("人")),
        Column("land_area", "辖区面积", Number(unit="平方公里")),
        Column("gdp", "地区生产总值", Number(unit="亿元")),
        Column("disputes", "年度纠纷数", _count("件"), meaning="全年纠纷件数"),
        Column("floor_area", "业务用房面积", Number(most=AREA_LIMIT, unit="平方米")),
        Column("independent", "用房相对独立", YesNo(), meaning=_FOUND),
        Column("counter_service", "窗口化服务", YesNo(), meaning=f"{_FOUND}:前店后场"),
        Column("signage", "标识标牌规范", YesNo(), meaning=_FOUND),
        Column("appearance", "所容所貌整洁", YesNo(), meaning=_FOUND),
        Column("correction_persons", "社区矫正对象数", _count("人")),
        Column("released_persons", "刑满释放人员数", _count("人")),
        Column("satisfaction", "群众满意度", Number(most=100, unit="百分数")),
    ),
    meaning="每个司法所一行",
)
STAFF = Layout(
    "staff",
    "人员",
    (
        _OFFICE,
        _must("name", "姓名", NAME),
        _must("category", "人员类别", Choice(CATEGORIES)),
        Column("post", "岗位", Choice(POSTS), blank="无专门岗位"),
        Column("degree", "学历", Choice(DEGREES)),
        Column("law_degree", "法学专业", YesNo()),
        Column("qualified", "法律职业资格", YesNo()),
        Column("trained", "专业培训", YesNo()),
        Column("in_post_since", "任现职日期", Day()),
        Column("joined_on", "入职日期", Day(), blank="一直在职"),
        Column("left_on", "离职日期", Day(), meaning="从这一天起不再在职", blank="仍在职"),
        Column("party", "政治面貌", Choice(PARTIES)),
    ),
    meaning="每人一行;编码、姓名、入职日期都相同的视为同一人",
)
ROOMS_SHEET = Layout(
    "rooms",
    "功能区",
    (_OFFICE, _must("room", "功能区", Choice(ROOMS))),
    meaning="已设的功能区每处一行,没有列出的即为未设",
)
EQUIPMENT_SHEET = Layout(
    "equipment",
    "设备",
    (
        _OFFICE,
        _must("kind", "设备类别", Choice(EQUIPMENT)),
        _must("quantity", "数量", Number(most=1_000_000, whole=True)),
    ),
    meaning="每类设备一行或几行,没有列出的即为没有",
)
FACTS = Layout(
    "facts",
    "事实",
    (
        _OFFICE,
        _must("fact", "事实", Text(longest=200), "标准包中的事实名称"),
        Column("period_from", "期间起", Day(), blank="以判定日为准"),
        Column("period_to", "期间止", Day(), blank="以判定日为准"),
        Column("subject", "对象", Text(longest=200), meaning="活动、村、人员或合同的编号"),
        Column("value", "数值", NumberOrYesNo()),
        Column("rater", "评分人", NAME),
        Column("source", "来源", Text(longest=300)),
    ),
    meaning="标准包另外需要的事实,可以没有这张表",
)

LAYOUTS = (OFFICES, STAFF, ROOMS_SHEET, EQUIPMENT_SHEET, FACTS)
