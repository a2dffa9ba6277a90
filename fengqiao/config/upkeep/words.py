"""What is said of a backup."""

from collections.abc import Iterator

from fengqiao.config.upkeep.manifest import Manifest
from fengqiao.kernel.crypto import keyfile


def size_of(manifest: Manifest) -> str:
    """Of all files."""
    size = sum(int(one) for one, _digest in manifest.files.values())
    return f"{size / 1024 / 1024:.1f} MB"


def trail_of(manifest: Manifest) -> str:
    """The head of the trail, to be written down."""
    if not manifest.seen.head:
        return "操作记录还没有封存"
    position, hash_ = manifest.seen.head
    return f"操作记录链首 {position}:{hash_}"


def told_of_keys(manifest: Manifest) -> Iterator[str]:
    """Where the keys are that this backup wants."""
    used = [key[0] for key in manifest.seen.keys if key[3]]
    where = "环境变量 FENGQIAO_KEYS" if keyfile.from_environment() else str(keyfile.path())
    yield f"备份中没有密钥。密钥在:{where}"
    if used:
        yield f"没有密钥 {','.join(used)},备份中加密的内容再也读不出来,备份也恢复不了"
    yield "请另存密钥,不与备份放在一起:script/fengqiao backup --keys 文件"
