"""Rosters for tests: one good office with two people, changed where a test wants it."""

from pathlib import Path
from typing import Any

from fengqiao.lib.workbook.tests.making import workbook

OFFICE: dict[str, Any] = {
    "编码": "321202001",
    "名称": "城东街道司法所",
    "市(区)": "海陵区",
    "区划代码": "321202001",
    "类型": "街道",
    "分类": "大型",
    "业务用房面积": 320.5,
    "用房相对独立": "是",
    "社区矫正对象数": 15,
    "群众满意度": 96.5,
}
PERSON: dict[str, Any] = {
    "司法所编码": "321202001",
    "姓名": "王\u9f98",
    "人员类别": "政法专项编制",
    "岗位": "所长",
    "法学专业": "是",
    "入职日期": "2018-05-01",
    "离职日期": None,
}
ROOM = {"司法所编码": "321202001", "功能区": "依法治理室"}
EQUIPMENT = {"司法所编码": "321202001", "设备类别": "交通工具", "数量": 2}


def office(**changes: Any) -> dict[str, Any]:
    """A good office; `市区` stands for 市(区)."""
    named = {("市(区)" if key == "市区" else key): value for key, value in changes.items()}
    return OFFICE | named


def person(**changes: Any) -> dict[str, Any]:
    """A good person."""
    return PERSON | changes


def rows(records: list[dict[str, Any]]) -> list[list[Any]]:
    """A header of all keys and a row for each record."""
    headers = list(dict.fromkeys(key for record in records for key in record))
    return [headers, *([record.get(header) for header in headers] for record in records)]


def roster(path: Path, **sheets: list[dict[str, Any]]) -> Path:
    """A workbook with these records in these sheets, and one good office where 司法所 is not
    given.
    """
    given = {"司法所": [OFFICE]} | sheets
    return workbook(path, **{title: rows(records) for title, records in given.items()})
