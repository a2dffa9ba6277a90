"""Checks the form of a pack's files by JSON Schema and says what is wrong in Chinese."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.yamlfile import Document, Keys

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent / "schemas"

TYPES = {
    "object": "“名称: 内容”的形式",
    "array": "列表",
    "string": "文字",
    "number": "数",
    "integer": "整数",
    "boolean": "true或false",
    "null": "空",
}

Error = Any  # jsonschema's ValidationError, whose stubs leave every part open
Sentence = Callable[[Error], str]


def faults_of(document: Document, schema: str) -> list[Fault]:
    """Every place where the document departs from the schema of this name (`pack` or `edition`)."""
    return _faults(document, _validator(schema), plain(document.data), ())


def rule_faults(document: Document, rule: Any, keys: Keys) -> list[Fault]:
    """The same for a rule that stands inside the cases of another one."""
    return _faults(document, _validator("edition", "rule"), plain(rule), keys)


def plain(value: Any) -> Any:
    """The value as JSON knows it: dates as text, decimals as numbers."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


@cache
def full_schema(name: str) -> dict[str, Any]:
    """The schema file, with what each kind of rule adds to it."""
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    if "rule" in schema["$defs"]:
        from fengqiao.rulebook.kinds import KINDS

        schema["$defs"]["rule"]["properties"] = {
            kind.name: kind.schema() for kind in KINDS.values()
        }
    return schema


@cache
def _validator(name: str, part: str = "") -> "Draft202012Validator":
    from jsonschema import Draft202012Validator, FormatChecker

    schema = full_schema(name)
    if part:
        schema = {"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def _faults(document: Document, validator: Any, data: Any, keys: Keys) -> list[Fault]:
    errors = sorted(
        validator.iter_errors(data), key=lambda error: list(map(str, error.absolute_path))
    )
    return [fault for error in errors for fault in _from(document, error, keys)]


def _from(document: Document, error: Error, keys: Keys) -> Iterator[Fault]:
    at = (*keys, *error.absolute_path)
    if error.validator == "additionalProperties":
        for name in _unknown_names(error):
            known = "、".join(error.schema.get("properties", {}))
            yield document.fault((*at, name), name, f"不认识这个名称,可用的有:{known}")
        return
    found = error.instance if error.validator not in ("required", "minProperties") else None
    sentence = SENTENCES.get(str(error.validator), lambda _: "不合规则包的写法")
    yield document.fault(at, found, sentence(error))


def _unknown_names(error: Error) -> list[str]:
    return [name for name in error.instance if name not in error.schema.get("properties", {})]


def _type(error: Error) -> str:
    kinds = (
        error.validator_value
        if isinstance(error.validator_value, list)
        else [error.validator_value]
    )
    return "应为" + "或".join(TYPES[kind] for kind in kinds)


def _required(error: Error) -> str:
    missing = [name for name in error.validator_value if name not in error.instance]
    return "缺少" + "、".join(missing)


SENTENCES: dict[str, Sentence] = {
    "type": _type,
    "required": _required,
    "enum": lambda error: "应为" + "、".join(map(str, error.validator_value)) + "之一",
    "const": lambda error: f"应为{error.validator_value}",
    "pattern": lambda error: f"写法不符,应合于{error.validator_value}",
    "format": lambda _: "应为2021-08-19这样的日期",
    "minimum": lambda error: f"应不小于{error.validator_value}",
    "maximum": lambda error: f"应不大于{error.validator_value}",
    "minLength": lambda _: "不得为空",
    "maxLength": lambda error: f"不得超过{error.validator_value}字",
    "minItems": lambda error: f"至少要有{error.validator_value}项",
    "maxItems": lambda error: f"至多{error.validator_value}项",
    "minProperties": lambda error: f"至少要有{error.validator_value}项内容",
    "maxProperties": lambda _: "只能写一种规则",
    "anyOf": lambda _: "应写条目和结果,或者整体",
    "uniqueItems": lambda _: "不得重复",
}
