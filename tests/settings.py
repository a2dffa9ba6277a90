"""What the tests change: a home of their own, thrown away after them, a drawer, a cheap hasher."""

import atexit
import json
import os
import shutil
import tempfile
from base64 import b64encode
from pathlib import Path

HOME_OF_RUN = Path(tempfile.mkdtemp(prefix="fengqiao-test-"))
atexit.register(shutil.rmtree, HOME_OF_RUN, ignore_errors=True)
os.environ["FENGQIAO_HOME"] = str(HOME_OF_RUN)
os.environ["FENGQIAO_DEMO"] = "1"
# Processes that a test starts read what the test encrypted.
os.environ["FENGQIAO_KEYS"] = json.dumps(
    {
        "encryption": {"current": "E1", "keys": {"E1": b64encode(b"encrypts in test").decode()}},
        "lookup": {
            "current": "L1",
            "keys": {"L1": b64encode(b"looks values up in tests of ours").decode()},
        },
    }
)

from fengqiao.config.settings import *  # noqa: E402, F403
from fengqiao.config.settings import DATABASES, INSTALLED_APPS  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "tests.drawer"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = (
    True  # looks a file up when it is asked for, not all of them for every client
)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in earnest: threads of a live server queue for it as they would there.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME_OF_RUN / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
