"""The OpenAPI document as a page reads it: groups of operations with what each takes and gives."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.rights import OWN, TABLES
from fengqiao.kernel.api.v1 import operations

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is sent or given; `depth` says how deep it lies."""

    name: str
    kind: str
    text: str
    required: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation."""

    method: str
    path: str
    summary: str
    right: str
    allowed: bool
    sent: list[Field]
    given: list[Field]


def groups(document: Schema, user: User) -> dict[str, list[Entry]]:
    """The operations by their tag; whether the reader holds the right is said beside each."""
    found: dict[str, list[Entry]] = {}
    for one in operations():
        stated = document["paths"][_plain(one.path)][one.method.lower()]
        entry = Entry(
            method=one.method,
            path=_plain(one.path),
            summary=one.summary,
            right=str(TABLES.rights[one.right].label) if one.right != OWN else "",
            allowed=one.right == OWN or user.can(one.right),
            sent=list(_sent(stated, document)),
            given=list(_given(stated, document)),
        )
        found.setdefault(stated["tags"][0], []).append(entry)
    return found


def _plain(path: str) -> str:
    """`{int:pk}` as the document writes it."""
    return re.sub(r"{\w+:", "{", path)


def _sent(stated: Schema, document: Schema) -> Iterator[Field]:
    for one in stated["parameters"]:
        yield Field(
            one["name"],
            _kind(one["schema"]),
            one.get("description", ""),
            one.get("required", False),
        )
    if body := stated.get("requestBody"):
        yield from _fields(body["content"]["application/json"]["schema"], document)


def _given(stated: Schema, document: Schema) -> Iterator[Field]:
    status = min(stated["responses"], key=int)
    schema = stated["responses"][status]["content"]["application/json"]["schema"]
    yield from _fields(schema, document)


def _fields(schema: Schema, document: Schema, depth: int = 0) -> Iterator[Field]:
    """The fields of an object and, indented, of the objects inside it."""
    inner = _object(schema, document)
    required = inner.get("required", [])
    for name, one in inner.get("properties", {}).items():
        yield Field(name, _kind(one), one.get("description", ""), name in required, depth)
        yield from _fields(one, document, depth + 1)


def _object(schema: Schema, document: Schema) -> Schema:
    """What a reference, a list or a choice with null comes down to."""
    if "$ref" in schema:
        found: Schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return found
    if "items" in schema:
        return _object(schema["items"], document)
    choices = [one for one in schema.get("anyOf", []) if one.get("type") != "null"]
    return _object(choices[0], document) if len(choices) == 1 else schema


KINDS = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "是否",
    "array": "列表",
    "object": "对象",
    "null": "空",
}


def _kind(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "日期"
    if schema.get("format") == "date-time":
        return "时间"
    if "anyOf" in schema:
        return "或".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    return KINDS[schema.get("type", "object")]
