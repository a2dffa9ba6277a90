"""An OIDC server as a city runs one, in a process of its own on this machine."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

SERVE = """
import json, sys
from oidc_provider_mock import User, run_server_in_thread
people = [User(sub=sub, claims=claims) for sub, claims in json.loads(sys.argv[1]).items()]
with run_server_in_thread(user_claims=people) as running:
    print(running.server_port, flush=True)
    sys.stdin.read()
"""


@contextmanager
def city_server(people: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Its address; `people` are the claims of each by the mark of the identity."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SERVE, json.dumps(people)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield f"http://localhost:{process.stdout.readline().strip()}"
        process.stdin.close()
