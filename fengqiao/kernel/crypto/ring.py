"""The keys as this process holds them; a file that was replaced is noticed at the next use."""

from threading import Lock

from fengqiao.kernel.crypto import keyfile
from fengqiao.kernel.crypto.keys import Keys, KeysRefused


class Ring:
    """Never copied, never shown: what is asked for is a key of a kind."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._keys: Keys | None = None
        self._stamp: keyfile.Stamp | None = None

    def now(self) -> Keys:
        """The keys as they stand now; a look at the file costs some microseconds."""
        keys = self.given()
        if keys is None:
            raise KeysRefused("没有密钥:请运行 script/fengqiao migrate,或按 docs/keys.md 给出密钥")
        return keys

    def to_read(self, key_id: str) -> bytes | None:
        """The encryption key of a value; the file is looked at only for a key not yet seen."""
        known = self._keys.encryption.secrets.get(key_id) if self._keys else None
        return known or self.now().encryption.secrets.get(key_id)

    def given(self) -> Keys | None:
        if self._keys is None or keyfile.stamp() != self._stamp:
            with self._lock:
                self._read()
        return self._keys

    def _read(self) -> None:
        """A file that goes away, or changes a key under its id, is not followed."""
        stamp, found = keyfile.stamp(), keyfile.read()
        if self._keys is not None and not (found and _continues(self._keys, found)):
            raise KeysRefused("密钥文件被移走或换成了别的密钥,请恢复原来的密钥文件")
        self._keys, self._stamp = found, stamp

    def forget(self) -> None:
        """As a process that has just started; for tests."""
        self._keys = self._stamp = None


def _continues(before: Keys, after: Keys) -> bool:
    """Keys may come and go; a key that stays is the same."""
    return all(
        old.secrets[name] == new.secrets[name]
        for old, new in zip(before, after, strict=True)
        for name in old.secrets.keys() & new.secrets.keys()
    )


ring = Ring()
