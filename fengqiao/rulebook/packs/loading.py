"""From a folder to a pack: read, check the form, check the sense, build."""

import hashlib
import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.model import Edition, Pack
from fengqiao.rulebook.packs import building
from fengqiao.rulebook.packs.checks import edition_faults, pack_faults
from fengqiao.rulebook.packs.reading import ROOT, read_document, refuse
from fengqiao.rulebook.packs.yamlfile import Document

HEAD = "pack.yaml"


def load(path_or_id: str | Path, root: Path = ROOT) -> Pack:
    """The pack of this id among those installed, or in this folder (or its `pack.yaml`)."""
    folder = _folder(str(path_or_id), root)
    stamps = tuple(
        (path.name, path.stat().st_mtime_ns, path.stat().st_size)
        for path in sorted(folder.glob("*.yaml"))
        if path.is_file()
    )
    return _loaded(folder, stamps)


def installed(root: Path = ROOT) -> list[Pack]:
    """All packs under the root, by id; the first that is faulty is refused."""
    return [load(folder, root) for folder in installed_folders(root)]


def installed_folders(root: Path = ROOT) -> list[Path]:
    """The folders under the root that hold a pack."""
    return sorted(head.parent for head in root.glob(f"*/{HEAD}"))


def _folder(asked: str, root: Path) -> Path:
    try:
        if asked and "/" not in asked and (root / asked / HEAD).exists():
            return (root / asked).resolve()
        path = Path(asked).resolve()
        folder = path.parent if path.name == HEAD and path.is_file() else path
        if (folder / HEAD).exists():
            return folder
    except (OSError, ValueError):
        pass  # a name that no file system takes: refused like any other that is not there
    names = "、".join(found.name for found in installed_folders(root))
    raise InputRefused(
        f"没有“{asked[:80]}”这个标准。已装的有:{names or '无'};也可以写规则包文件夹的路径"
    )


@lru_cache(maxsize=64)
def _loaded(folder: Path, stamps: tuple[tuple[str, int, int], ...]) -> Pack:
    """Cached as long as no file of the folder changes."""
    head = read_document(folder, HEAD, "pack")
    editions = [_edition(folder, head, part) for part in head.data["editions"]]
    refuse(folder, pack_faults(head))
    return building.pack(head.data, editions, folder)


def _edition(folder: Path, head: Document, part: dict[str, Any]) -> Edition:
    document = read_document(folder, part["file"], "edition")
    refuse(folder, edition_faults(document))
    return building.edition(head.data, part, document.data, _digest(head, part, document))


def _digest(head: Document, part: dict[str, Any], document: Document) -> str:
    """Of what the edition says, so that comments and line breaks do not change it."""
    said = [head.data["id"], head.data["title"], head.data["unit"], part, document.data]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=_exact)
    return hashlib.sha256(text.encode()).hexdigest()


def _exact(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
