"""One YAML file of a pack as plain values that know their lines.

Only the plain part of YAML is taken: no anchors, no tags, no `是`-like booleans guessed from
words, decimals kept exact. A jurist who mistypes gets one sentence with file and line, never a
surprise in a value.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from fengqiao.lib.faults import Fault
from fengqiao.lib.oserrors import reason_of

LARGEST = 1_000_000  # bytes; the longest real pack has some 40,000
DEEPEST = 40  # levels of nesting

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Keys = tuple[str | int, ...]

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_INTEGER = re.compile(r"[-+]?\d{1,18}")
_DECIMAL = re.compile(r"[-+]?\d{1,18}\.\d{1,18}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class UnreadableError(Exception):
    """The file is no plain YAML; carries the one fault that stopped the reading."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(slots=True)
class Document:
    """The values of one file and, for the path of keys to each, the line where it stands."""

    name: str
    data: Any = None
    lines: dict[Keys, int] = field(default_factory=dict)

    def line_of(self, keys: Keys) -> int:
        """The line of the value, or of the nearest one around it that is there."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def fault(self, keys: Keys, found: object, expected: str) -> Fault:
        """A fault at this place: the file as sheet, the line as row, the path as column."""
        path = ".".join(str(key) for key in keys)
        return Fault(self.name, self.line_of(keys), path, _shown(found), expected)


def read(path: Path, name: str) -> Document:
    """The file as a document; `UnreadableError` where it is none."""
    document = Document(name)
    text = _text(path, name)
    try:
        _refuse_what_is_not_plain(text, name)
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark else 1
        raise UnreadableError(
            Fault(name, line, "", "", "不符合YAML的写法,请检查缩进、冒号和引号")
        ) from error
    if node is not None:
        document.data = _value(node, (), document)
    if not isinstance(document.data, dict):
        raise UnreadableError(Fault(name, 1, "", "", "整个文件应为“名称: 内容”的形式"))
    return document


def _text(path: Path, name: str) -> str:
    try:
        if path.exists() and not path.is_file():  # a pipe or a device would keep us waiting
            raise UnreadableError(Fault(name, 0, "", "", "不是普通文件(而是文件夹、管道或设备)"))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UnreadableError(
                Fault(name, 0, "", "", f"文件超过{LARGEST // 1000}KB,不是规则包的文件")
            )
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(Fault(name, 0, "", "", "文件应存为UTF-8编码")) from error
    except OSError as error:
        reason = reason_of(error) or "读取出错"
        raise UnreadableError(Fault(name, 0, "", "", f"读不出这个文件:{reason}")) from error


def _refuse_what_is_not_plain(text: str, name: str) -> None:
    """Walk the parser's events and stop at what a pack may not use, before anything is built from
    it."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError(Fault(name, line, "", "", "规则包不用锚点和引用(& 和 *),请写全"))
        if tag := getattr(event, "tag", None):
            raise UnreadableError(Fault(name, line, "", str(tag), "规则包不用类型标记(!)"))
        if depth > DEEPEST:
            raise UnreadableError(Fault(name, line, "", "", f"层次超过{DEEPEST}层"))


def _value(node: yaml.Node, keys: Keys, document: Document) -> Any:
    document.lines[keys] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, keys, document)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*keys, at), document) for at, child in enumerate(node.value)]
    return _scalar(node, keys, document)


def _mapping(node: yaml.MappingNode, keys: Keys, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise UnreadableError(Fault(document.name, line, "", "", "名称应为文字"))
        key = str(key_node.value)
        at = (*keys, key)
        if key in found:
            raise UnreadableError(Fault(document.name, line, "", key, "同一层里名称不得重复"))
        found[key] = _value(value_node, at, document)
        document.lines[at] = line
    return found


def _scalar(node: yaml.Node, keys: Keys, document: Document) -> Any:
    text = str(node.value)
    if getattr(node, "style", None):  # quoted or a block: a text, whatever it looks like
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DATE.fullmatch(text):
        return _date(text, keys, document)
    return text


def _date(text: str, keys: Keys, document: Document) -> date:
    try:
        return date(*(int(part) for part in text.split("-")))
    except ValueError as error:
        raise UnreadableError(document.fault(keys, text, "没有这一天")) from error


def _shown(found: object) -> str:
    if found is None or isinstance(found, dict | list):
        return ""
    return str(found).lower() if isinstance(found, bool) else str(found)
