"""The web server as it runs in earnest: stalled clients hold nobody up, and a port is one's own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack

import pytest

from fengqiao.config.home import ROOT
from fengqiao.config.serving import check, claim
from fengqiao.config.upkeep.tests.systems import System, on_sqlite, stop

HOST = "127.0.0.1"
SERVE = [sys.executable, "-P", "-m", "fengqiao.config.serving"]
LONGEST = 2  # seconds for a page while others stall
STALLED = 40
COOKIE = "csrftoken=abcdefghijklmnopqrstuvwxyzABCDEF; sessionid=0123456789abcdefghijklmnopqrstuv"
HEAD = f"POST /accounts/login/ HTTP/1.1\r\nHost: {HOST}\r\nCookie: {COOKIE}\r\n"
FORM = f"{HEAD}Content-Type: application/x-www-form-urlencoded\r\n"
PARTS = f"{HEAD}Content-Type: multipart/form-data; boundary=x\r\n"
FORMS = {
    "headers": f"GET / HTTP/1.1\r\nHost: {HOST}\r\n",
    "a large form": f"{PARTS}Content-Length: 100000\r\n\r\n--x",
    "a small form": f"{PARTS}Content-Length: 900\r\n\r\n--x",
    "a form of sign-in": f"{FORM}Content-Length: 90\r\n\r\na=",
    "pieces": f"{HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nab",
}


def free_port():
    with socket.create_server((HOST, 0)) as free:
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory, request):
    """The port of a server on a database of its own."""
    system = System(tmp_path_factory.mktemp("served") / "home")
    if on_sqlite():
        request.getfixturevalue("migrated")(system.home)
    system.run("migrate")
    port = free_port()
    environment = system.environment | {"FENGQIAO_DEMO": "1"}
    process = subprocess.Popen(
        [*SERVE, HOST, str(port)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        until_it_answers(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(20)
        stop(process)
        system.drop_database()


def until_it_answers(port, process):
    for _ in range(120):
        assert process.poll() is None
        try:
            return seconds(port, "/health/")
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the server does not answer")


def seconds(port, path):
    began = time.monotonic()
    with urllib.request.urlopen(f"http://{HOST}:{port}{path}", timeout=30) as page:
        assert page.status == 200
    return time.monotonic() - began


@pytest.mark.parametrize("form", FORMS)
def test_stalled_clients_hold_nobody_up(served, form):
    seconds(served, "/accounts/login/")  # warm
    with ExitStack() as held:
        for _ in range(STALLED):
            client = held.enter_context(socket.create_connection((HOST, served)))
            client.sendall(FORMS[form].encode())
        assert max(seconds(served, "/accounts/login/") for _ in range(5)) < LONGEST


def test_clients_that_do_not_read_hold_nobody_up(served):
    asking = f"GET /static/vendor/echarts.min.js HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
    with ExitStack() as held:
        for _ in range(STALLED):
            client = held.enter_context(socket.create_connection((HOST, served)))
            client.sendall(asking * 3)
        assert max(seconds(served, "/accounts/login/") for _ in range(5)) < LONGEST


def test_a_large_form_of_a_stranger_is_refused_before_it_comes(served):
    with socket.create_connection((HOST, served), timeout=LONGEST) as client:
        client.sendall(FORMS["a large form"].encode())
        assert client.recv(4096).startswith(b"HTTP/1.1 413 ")


def refused(*arguments):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [*SERVE, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout) == (1, "")
    return said.stderr


@pytest.mark.parametrize("options", [[], ["--check"]])
def test_a_port_that_somebody_listens_on_is_refused(served, options):
    said = refused(*options, HOST, served)
    assert f"端口{served}已被别的程序占用" in said.replace(" ", "")
    assert said.count("\n") == 1


def test_of_two_that_start_at_once_one_is_refused():
    port = free_port()
    with claim(port):  # still loading, and not listening
        assert str(port) in refused("--check", HOST, port)
    assert check(HOST, str(port)) == port


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "8000 ", "８０００", ""])
def test_what_is_no_port_is_refused(port):
    assert "PORT" in refused(HOST, port)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "203.0.113.1"])
def test_what_is_no_address_of_this_machine_is_refused(host):
    assert host in refused(host, free_port())


def test_a_port_that_was_just_left_is_free():
    port = free_port()
    with socket.create_server((HOST, port)) as server:
        client = socket.create_connection((HOST, port))
        server.accept()[0].close()
    client.close()
    command = [*SERVE, "--check", HOST, str(port)]
    assert (
        subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False).returncode
        == 0
    )
