"""What a walk through a file yields, and the sentences with which it is refused."""

from fengqiao.lib.faults import InputRefused

from .. import limits

Errors = dict[tuple[int, int], str]
"""Cells of a sheet without a value, by row and column from 0: {(4, 2): "#N/A"}, also formulas that
were never calculated."""

DAMAGED = "文件已损坏,不能作为工作簿打开"
ENCRYPTED = "工作簿已加密,请去掉密码后再使用"
NO_WORKBOOK = "文件不是Excel工作簿(.xlsx、.xls或.ods)"
TOO_LARGE = "文件解压后过大,疑似压缩炸弹,不予打开"


def span_fits(rows: int, columns: int) -> bool:
    """Whether a sheet of that span may be held in memory."""
    return columns <= limits.COLUMNS and rows * columns <= limits.SPAN_CELLS


def check_span(rows: int, columns: int) -> None:
    """Refuses a sheet that would take too large a block of memory."""
    if columns > limits.COLUMNS:
        raise InputRefused(f"工作表的列数超过{limits.COLUMNS}列,请删除多余的列")
    if not span_fits(rows, columns):
        raise InputRefused("工作表的范围过大,请删除多余的空行和空列")
