"""The file of the keys: made once, kept to its owner, never shown, noticed when it changes."""

import json
import logging
import os
import stat

import pytest

from fengqiao.kernel.crypto import keyfile
from fengqiao.kernel.crypto.keys import Keys, KeysRefused, Kind
from fengqiao.kernel.crypto.ring import ring
from fengqiao.kernel.crypto.values import Unreadable, seal, unseal


def test_the_first_file_is_its_owners_alone(key_file):
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert [one.current for one in ring.now()] == ["E1", "L1"]
    assert sorted(path.name for path in key_file.parent.iterdir()) == ["keys.json"]


def test_the_first_file_is_made_once(key_file):
    before = key_file.read_bytes()
    assert keyfile.make_first() is False
    assert key_file.read_bytes() == before


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_may_read_or_write_is_refused(key_file, mode):
    key_file.chmod(mode)
    with pytest.raises(KeysRefused, match=f"权限过宽.{mode:04o}.*keys.json"):
        ring.now()


def test_a_file_that_was_named_has_to_be_there(key_file, settings):
    key_file.unlink()
    with pytest.raises(KeysRefused, match="script/fengqiao migrate"):
        ring.now()
    settings.KEY_FILE_NAMED = True
    with pytest.raises(KeysRefused, match="不存在"):
        ring.now()


def test_the_environment_goes_before_the_file(monkeypatch):
    monkeypatch.setenv(keyfile.VARIABLE, Keys.fresh().to_json())
    given = ring.now()
    assert given == Keys.from_json(os.environ[keyfile.VARIABLE])
    assert given != keyfile.Keys.from_json(keyfile.path().read_text())


GOOD = json.loads(Keys.fresh().to_json())


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "[]",
        "{}",
        json.dumps({"encryption": GOOD["encryption"]}),
        json.dumps({**GOOD, "lookup": GOOD["encryption"]}),
        json.dumps({**GOOD, "encryption": {**GOOD["encryption"], "current": "E2"}}),
        json.dumps(
            {**GOOD, "encryption": {"current": "E1", "keys": {"E1": "c2VjcmV0LXRvby1zaG9ydA"}}}
        ),
        json.dumps({**GOOD, "encryption": {"current": "E1", "keys": {"E1": "c2VjcmV0"}}}),
        json.dumps({**GOOD, "encryption": {"current": "1", "keys": {"1": "A" * 22 + "=="}}}),
    ],
    ids=[
        "nothing",
        "a list",
        "no keys",
        "one use alone",
        "too long for a use",
        "a current key that is not there",
        "a wrong length",
        "too short",
        "an id of another form",
    ],
)
def test_what_is_no_key_file_is_refused_without_being_repeated(key_file, bad):
    key_file.write_text(bad)
    with pytest.raises(KeysRefused, match="不符合格式") as refused:
        ring.now()
    assert "c2VjcmV0" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_no_key_is_in_any_representation_or_error_or_log(caplog):
    caplog.set_level(logging.DEBUG)
    keys = ring.now()
    value = seal("原话", "a.b")
    said = [repr(keys), str(keys), repr(ring), str(keys.encryption), f"{keys.lookup!r}"]
    with pytest.raises(Unreadable) as failed:
        unseal(value, "a.c")
    said += [repr(failed.value), caplog.text, json.dumps(value)]
    for secret in (*keys.encryption.secrets.values(), *keys.lookup.secrets.values()):
        for form in (repr(secret), secret.hex(), keyfile.encoded_key(secret)[:-2]):
            assert not [text for text in said if form in text]


def test_a_new_key_in_the_file_is_used_at_once():
    before = seal("原话", "a.b")
    keys = ring.now()
    keyfile.write(keys.with_set(keys.of(Kind.ENCRYPTION).with_new("E2")))
    assert seal("原话", "a.b").startswith("sm4:E2:")
    assert unseal(before, "a.b") == "原话"


def test_other_keys_under_the_same_ids_are_not_followed(key_file):
    before = ring.now()
    good = key_file.read_bytes()
    keyfile.write(Keys.fresh())
    with pytest.raises(KeysRefused, match="别的密钥"):
        ring.now()
    key_file.unlink()
    with pytest.raises(KeysRefused, match="移走"):
        seal("原话", "a.b")
    key_file.write_bytes(good)
    key_file.chmod(0o600)
    assert ring.now() == before


def test_the_keys_are_changed_by_one_at_a_time():
    with keyfile.changing(), pytest.raises(KeysRefused, match="另一个进程"), keyfile.changing():
        pass
    with keyfile.changing():
        pass


def test_root_leaves_the_file_to_its_owner(key_file, monkeypatch):
    given = []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", lambda descriptor, *owner: given.append(owner))
    keyfile.write(ring.now())
    assert given == [(key_file.stat().st_uid, key_file.stat().st_gid)]
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_said(key_file, settings):
    keys = ring.now()
    settings.KEY_FILE = "/proc/none/keys.json"
    with pytest.raises(KeysRefused, match="写不进去"):
        keyfile.write(keys)
