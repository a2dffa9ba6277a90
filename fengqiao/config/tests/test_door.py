"""The door before Django: bodies come whole, or not at all, before a thread sees them."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from django.test import Client

from fengqiao.config import bodies, door
from fengqiao.config.callers import is_known
from fengqiao.conftest import PASSWORD

MOST = 100_000
FORM = "application/x-www-form-urlencoded"


def echo(environ, start):
    """Says what it was given."""
    body = environ["wsgi.input"].read()
    start("200 OK", [("X-Body", environ[bodies.KEY]), ("X-Length", str(len(body)))])
    return [body, environ.get("CONTENT_LENGTH", "none").encode()]


def run(coming):
    """What it comes to, in a thread without a loop: a browser's may run in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, coming).result()


def asked(pieces, *, announced=None, known=False, application=echo, headers=()):
    """What a client sees that sends the pieces (None: no more comes) under these headers."""
    coming, sent = list(pieces), []

    async def receive():
        piece = coming.pop(0)
        if piece is None:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": piece, "more_body": bool(coming)}

    async def send(message):
        sent.append(message)

    said = [(b"content-length", str(announced).encode())] if announced is not None else []
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/中文/",
        "query_string": b"a=1",
        "http_version": "1.1",
        "headers": [*said, *headers],
        "client": ("192.0.2.7", 4000),
    }
    run(door.Door(application, lambda environ: known, MOST)(scope, receive, send))
    start, *rest = sent
    assert [message["more_body"] for message in rest] == [True] * (len(rest) - 1) + [False]
    return dict(start["headers"]), b"".join(message["body"] for message in rest)


@pytest.fixture
def hurried(monkeypatch):
    monkeypatch.setattr(bodies, "SILENCE", 0.05)


def test_a_body_in_pieces_comes_whole_under_its_true_length():
    headers, body = asked([b"ab", b"", b"cd"], announced=4)
    assert (headers[b"X-Body"], body) == (b"whole", b"abcd4")
    chunked = [(b"transfer-encoding", b"chunked")]
    assert asked([b"ab", b"c"], headers=chunked)[1] == b"abc3"


def test_without_a_body_nothing_is_waited_for():
    assert asked([None])[1] == b"none"


def test_who_is_not_signed_in_sends_little(hurried):
    headers, _ = asked([None], announced=bodies.SMALL + 1)
    assert headers[b"X-Body"] == b"unread"
    assert headers[b"connection"] == b"close"
    assert asked([b"x" * bodies.SMALL], announced=bodies.SMALL)[0][b"X-Body"] == b"whole"


def test_who_is_signed_in_sends_up_to_the_limit():
    whole, _ = asked([b"x" * 60_000, b"x" * 40_000], announced=MOST, known=True)
    assert (whole[b"X-Body"], whole[b"X-Length"]) == (b"whole", b"100000")
    assert asked([None], announced=MOST + 1, known=True)[0][b"X-Body"] == b"unread"


@pytest.mark.parametrize(("known", "most"), [(False, bodies.SMALL), (True, MOST)])
def test_a_body_without_a_length_is_counted_while_it_comes(known, most):
    chunked = [(b"transfer-encoding", b"chunked")]
    within = asked([b"x" * (most - 1), b"x"], known=known, headers=chunked)
    beyond = asked([b"x" * most, b"x", None], known=known, headers=chunked)
    assert (within[0][b"X-Body"], beyond[0][b"X-Body"]) == (b"whole", b"unread")


def test_who_is_silent_is_not_waited_for(hurried):
    headers, _ = asked([b"ab", None], announced=4)
    assert (headers[b"X-Body"], headers[b"connection"]) == (b"late", b"close")


def test_who_sends_a_byte_now_and_then_is_not_waited_for_either(hurried, monkeypatch):
    monkeypatch.setattr(bodies, "SLOWEST", 100_000)
    dripping = iter([b"x"] * 1000)

    async def receive():
        await asyncio.sleep(0.03)
        return {"type": "http.request", "body": next(dripping), "more_body": True}

    assert run(bodies.take(receive, BytesIO(), 10**6)) is bodies.Came.LATE
    assert len(list(dripping)) > 990


def test_an_answer_of_many_pieces_is_sent_whole_and_closed():
    closed = []

    class Answer(list):
        def close(self):
            closed.append(True)

    def large(environ, start):
        start("200 OK", [])
        return Answer([b"x" * 700_000] * 3)

    assert len(asked([None], application=large)[1]) == 2_100_000
    assert closed == [True]


def test_a_header_with_an_underscore_does_not_pass_for_another():
    def tell(environ, start):
        start("200 OK", [])
        return [environ.get("HTTP_X_FORWARDED_FOR", "-").encode()]

    assert asked([None], application=tell, headers=[(b"x_forwarded_for", b"::1")])[1] == b"-"
    assert asked([None], application=tell, headers=[(b"x-forwarded-for", b"::1")])[1] == b"::1"


def test_a_session_and_a_token_are_known(cast):
    client = Client()
    client.post("/accounts/login/", {"login": "clerk", "password": PASSWORD})
    plain = {"REQUEST_METHOD": "POST", "PATH_INFO": "/"}

    def with_session(key):
        return is_known(plain | {"HTTP_COOKIE": f"sessionid={key}"})

    assert with_session(client.cookies["sessionid"].value)
    assert not with_session("a" * 32)
    assert not is_known(plain | {"HTTP_AUTHORIZATION": "Bearer fq_no"})
    assert not is_known(plain)


def test_a_large_form_without_sign_in_is_refused_or_sent_to_sign_in_unread(db, client):
    unread = {"CONTENT_TYPE": "multipart/form-data; boundary=x", "CONTENT_LENGTH": 50_000}
    page = client.generic("POST", "/accounts/login/", b"", **unread)
    assert page.status_code == 413
    assert "请先登录" in page.content.decode()
    assert client.generic("POST", "/imports/", b"", **unread).status_code == 302


def test_a_form_that_came_too_slowly_is_said_to_be_lost(client, db):
    page = client.post("/accounts/login/", {"login": "a"}, **{bodies.KEY: "late"})
    assert page.status_code == 408
    assert "提交没有收完" in page.content.decode()
