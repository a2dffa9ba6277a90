"""The shapes that all operations share."""

from typing import Annotated, Generic, TypeVar

from ninja import Schema
from pydantic import ConfigDict, Field

T = TypeVar("T")

MOST = 200  # rows of a page

# Text as people type it; databases take no NUL.
Word = Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")]


class Fault(Schema):
    """What is wrong with one field."""

    field: str
    text: str


class Error(Schema):
    """Every error has this shape; `number` finds it in the log."""

    status: int
    title: str
    detail: str
    number: str
    faults: list[Fault]


class Body(Schema):
    """What is sent: a name that is none is a mistake, not a remark."""

    model_config = ConfigDict(extra="forbid")


class Paging(Schema):
    """Which part of a list."""

    cursor: Word = Field("", description="上一页给出的 next")
    limit: int = Field(50, ge=1, le=MOST, description="每页条数")


class Page(Schema, Generic[T]):
    """A part of a list; `next` leads to the part after it, null at the end."""

    items: list[T]
    next: str | None
