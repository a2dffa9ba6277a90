"""What is written down of talks."""

from fengqiao.duties.disputes.layouts import DAY
from fengqiao.kernel.documents.layouts import Cell, Form, Head, Number, Para, Signs, Title

ASKED = (
    Title("调查记录"),
    Number(),
    Form(
        (
            (Cell("时间", "{{ 时间 }}"), Cell("地点", "{{ 地点 }}")),
            (Cell("参加人", "{{ 参加人 }}", 2),),
            (Cell("调查人", "{{ 调查人 }}"), Cell("被调查人", "{{ 被调查人 }}")),
        )
    ),
    Para("{{ 记录内容 }}"),
    Signs(
        (
            "被调查人(签名或者按指印):",
            "调查人(签名):",
            "记录人(签名):",
            "附件:",
            DAY,
        )
    ),
)

SESSION = (
    Title("调解记录"),
    Number(),
    Form(
        (
            (Cell("时间", "{{ 时间 }}"), Cell("方式", "{{ 方式 }}")),
            (Cell("地点", "{{ 地点 }}"), Cell("调解员", "{{ 承办人 }}")),
            (Cell("当事人", "{{ 当事人 }}", 2),),
            (Cell("参加人", "{{ 参加人 }}", 2),),
        )
    ),
    Head("记录内容"),
    Para("{{ 记录内容 }}"),
    Head("调解结果"),
    Para("{{ 结果 }}"),
    Signs(
        (
            "当事人(签名、盖章或者按指印):",
            "参加人(签名):",
            "调解员(签名):",
            "记录人(签名):",
            DAY,
        )
    ),
)
