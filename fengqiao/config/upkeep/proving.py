"""Holds what came back to what the manifest says was there."""

from collections.abc import Callable

from django.db import connection

from fengqiao.config.upkeep.holdings import place
from fengqiao.config.upkeep.manifest import Manifest
from fengqiao.config.upkeep.seen import named_files, see
from fengqiao.kernel.audit.verifying import verify

SHOWN = 5
Tell = Callable[[str], None]


def prove(manifest: Manifest, tell: Tell) -> list[str]:
    """What is not as it was: rows by table, files that rows name, the trail and its head."""
    tell("正在核对恢复的内容")
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        seen, named = see(cursor, tables), named_files(cursor, tables)
    faults = _wrong_counts(manifest.seen.counts, seen.counts)
    faults += _lost_files(named, manifest.missing)
    return faults + _wrong_trail(manifest.seen.head)


def _wrong_counts(was: dict[str, int], found: dict[str, int]) -> list[str]:
    return [
        f"表 {table} 备份时有{was.get(table, 0)}行,现有{found.get(table, 0)}行"
        for table in sorted(was.keys() | found.keys())
        if was.get(table, 0) != found.get(table, 0)
    ]


def _lost_files(named: list[str], missing: list[str]) -> list[str]:
    lost = [
        name
        for name in named
        if name not in missing
        and not place(name.partition("/")[0]).joinpath(name.partition("/")[2]).is_file()
    ]
    return [f"缺少文件 {name}" for name in lost[:SHOWN]]


def _wrong_trail(head: list[object]) -> list[str]:
    """The chain is whole and leads over the head of the backup."""
    if not head:
        return []
    position, hash_ = head
    return [str(finding) for finding in verify((int(str(position)), str(hash_))).findings[:SHOWN]]
