"""The words that the plain tables use, and how a person calls tables and columns.

A pack that filters by a word that no table can hold would silently count nothing; the check of
packs looks here.
"""

TABLES: dict[str, str] = {
    "offices": "司法所",
    "staff": "人员",
    "rooms": "功能区",
    "equipment": "设备",
    "facts": "事实",
    "figures": "指标",
}

COLUMNS: dict[str, dict[str, str]] = {
    "offices": {
        "code": "编码",
        "name": "名称",
        "district": "市(区)",
        "division": "区划代码",
        "kind": "类型",
        "size": "分类",
        "population": "常住人口",
        "land_area": "辖区面积",
        "gdp": "地区生产总值",
        "disputes": "年度纠纷数",
        "floor_area": "业务用房面积",
        "independent": "用房相对独立",
        "counter_service": "窗口化服务",
        "signage": "标识标牌规范",
        "appearance": "所容所貌整洁",
        "correction_persons": "社区矫正对象数",
        "released_persons": "刑满释放人员数",
        "satisfaction": "群众满意度",
    },
    "staff": {
        "office": "司法所编码",
        "name": "姓名",
        "category": "人员类别",
        "post": "岗位",
        "degree": "学历",
        "law_degree": "法学专业",
        "qualified": "法律职业资格",
        "trained": "专业培训",
        "in_post_since": "任现职日期",
        "joined_on": "入职日期",
        "left_on": "离职日期",
        "party": "政治面貌",
    },
    "rooms": {"office": "司法所编码", "room": "功能区"},
    "equipment": {"office": "司法所编码", "kind": "设备类别", "quantity": "数量"},
    "facts": {
        "office": "司法所编码",
        "fact": "事实",
        "period_from": "期间起",
        "period_to": "期间止",
        "subject": "对象",
        "value": "数值",
        "rater": "评分人",
        "source": "来源",
    },
    "figures": {
        "office": "司法所编码",
        "figure": "指标",
        "dimension": "分组",
        "period_start": "期间起",
        "period_end": "期间止",
        "of": "分子",
        "among": "分母",
        "amount": "数值",
    },
}

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("offices", "kind"): ("乡镇", "街道"),
    ("offices", "size"): ("大型", "中型", "小型"),
    ("staff", "category"): ("政法专项编制", "专职社工", "警辅", "专职调解员", "其他"),
    ("staff", "post"): (
        "所长",
        "社区矫正",
        "安置帮教",
        "基层法治建设",
        "公共法律服务",
        "人民调解",
        "综合",
    ),
    ("staff", "degree"): ("博士", "硕士", "本科", "大专", "其他"),
    ("staff", "party"): ("中共党员", "中共预备党员", "其他"),
    ("rooms", "room"): (
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
    ),
    ("equipment", "kind"): ("交通工具", "音像设备", "信息处理设备", "通讯网络设备"),
}

BLANK_IS_NONE = frozenset({("staff", "post")})
"""Columns where a blank cell is an answer ("no special post"), not something that is not known."""
