"""What acts that were rolled back have left goes after a day; nothing else goes."""

import logging
import os
import time

from fengqiao.kernel.files.sweeping import AGE, sweep


def test_an_old_file_without_a_row_goes_and_everything_else_stays(take, media):
    kept = media / take(b"kept").file
    stray, young = media / "aa" / "stray", media / "aa" / "young"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    young.write_bytes(b"x")
    before = time.time() - AGE - 60
    for path in (kept, stray):
        os.utime(path, (before, before))
    assert sweep() == 1
    assert kept.exists()
    assert young.exists()
    assert not stray.exists()


def test_a_lost_file_is_named_in_the_log(take, media, caplog):
    stored = take(b"kept")
    (media / stored.file).unlink()
    with caplog.at_level(logging.ERROR):
        assert sweep() == 0
    assert stored.file in caplog.text
