"""argparse in Chinese: it looks its words up through `_`, which has no catalogue outside Django."""

import argparse

WORDS = {
    "usage: ": "用法: ",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示本说明",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "the following arguments are required: %s": "缺少参数: %s",
    "unrecognized arguments: %s": "不认识的参数: %s",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)s,可选: %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)s 不是要求的格式",
    "expected one argument": "需要一个值",
    "expected at least one argument": "至少需要一个值",
    "not allowed with argument %s": "不能与 %s 同用",
    "one of the arguments %s is required": "%s 中必须给出一个",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不明确,可能是 %(matches)s",
}


def speak_chinese() -> None:
    """From now on usage, help and errors of every parser are Chinese."""
    argparse._ = lambda text: WORDS.get(text, text)  # type: ignore[attr-defined]
