"""A database that does not answer is told of soon, waited for a little, and named."""

import socket

import psycopg
import pytest

from fengqiao.config import reaching
from fengqiao.lib.faults import StartRefused


@pytest.fixture
def postgresql(monkeypatch):
    """A connection to a port of this machine on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]

    class Nowhere:
        vendor = "postgresql"

        def get_connection_params(self):
            return {"host": "127.0.0.1", "port": port, "user": "u", "password": "hidden"}

    monkeypatch.setattr(reaching, "connection", Nowhere())
    monkeypatch.setattr(reaching, "PAUSE", 0)
    return port


def test_it_is_refused_in_a_sentence_that_names_the_place_and_no_password(
    postgresql, monkeypatch, capsys
):
    monkeypatch.setattr(reaching, "WAITS", 0.1)
    with pytest.raises(StartRefused) as refused:
        reaching.reach()
    assert f"127.0.0.1:{postgresql}" in refused.value.message
    assert "hidden" not in refused.value.message
    assert capsys.readouterr().err.count("没有回应") == 1


def test_one_that_starts_a_little_later_is_waited_for(postgresql, monkeypatch, capsys):
    asked = []

    class Opened:
        def close(self):
            asked.append("closed")

    def connect(**params):
        asked.append(params["connect_timeout"])
        if len(asked) < 3:
            raise psycopg.OperationalError("starting up")
        return Opened()

    monkeypatch.setattr(psycopg, "connect", connect)
    reaching.reach()
    assert asked == [reaching.ANSWER] * 3 + ["closed"]
    assert "没有回应" in capsys.readouterr().err


def test_a_file_is_there_at_once(monkeypatch):
    class File:
        vendor = "sqlite"

    monkeypatch.setattr(reaching, "connection", File())
    monkeypatch.setattr(psycopg, "connect", None)
    reaching.reach()
