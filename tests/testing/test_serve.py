"""The `serve` command, in a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from urllib.request import Request as Outgoing
from urllib.request import urlopen

import pytest

from infinity_assistant.cli._service_upstream import ServiceUpstream
from infinity_assistant.testing._server.command import add_arguments
from infinity_assistant.testing._server.command import run as run_command

PROGRAM = """
import argparse, sys
from infinity_assistant.testing._server import command as serve
parser = argparse.ArgumentParser()
serve.add_arguments(parser)
sys.exit(serve.run(parser.parse_args(), None))
"""


@pytest.fixture
def serve():
    """Start the command, and give the process and the URL of the API; it is killed at the end."""
    processes = []

    def start(*options):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        processes.append(process)
        process.greeting = process.stdout.readline() + process.stdout.readline()
        found = re.search(r"http://\S+", process.greeting)
        return process, found.group() if found else None

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def post(url, body, **headers):
    """Send JSON, and read JSON."""
    headers = {"Content-Type": "application/json", **headers}
    with urlopen(Outgoing(url, data=json.dumps(body).encode(), headers=headers)) as response:
        return json.load(response)


def run(*options):
    """Run the command in this process, and give its exit code."""
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run_command(parser.parse_args(options), ServiceUpstream)


@pytest.fixture
def port():
    """A port that was free a moment ago."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return str(line.getsockname()[1])


needs_signals = pytest.mark.skipif(os.name == "nt", reason="on Windows these signals end a process at once")


def when_ready(port, then):
    """Do something in a thread, once the command listens, and ask it to stop."""

    def wait():
        while True:
            try:
                with socket.create_connection(("127.0.0.1", int(port)), timeout=1):
                    break
            except ConnectionRefusedError:
                threading.Event().wait(0.01)
        then(f"http://127.0.0.1:{port}/api")
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


@pytest.mark.parametrize("given", ["-1", "nan", "inf", "soon"])
@pytest.mark.parametrize("option", ["--latency", "--pace"])
def test_a_wait_is_a_number_of_seconds(capsys, option, given):
    with pytest.raises(SystemExit):
        run(f"{option}={given}")
    assert f"argument {option}: '{given}' is not a number of seconds, such as 0.5" in capsys.readouterr().err


@needs_signals
@pytest.mark.parametrize("quiet", [True, False])
def test_it_serves_until_it_is_asked_to_stop(capsys, port, quiet):
    responses = []
    thread = when_ready(port, lambda url: responses.append(post(f"{url}/chat", {"message": "Hi"})))
    assert run("--port", port, "--fault", "health:503", *(["--quiet"] if quiet else [])) == 0
    thread.join()
    assert responses[0]["metadata"]["model"] == "infinity-agent"
    said = capsys.readouterr()
    assert f"http://127.0.0.1:{port}/api" in said.out and "Stopping" in said.out
    assert ("POST /api/chat 200" in said.err) is not quiet


@needs_signals
def test_a_loop_that_takes_no_signals_gets_them_by_plain_handlers(port, monkeypatch):
    def refuse(*_):
        raise NotImplementedError

    monkeypatch.setattr(asyncio.SelectorEventLoop, "add_signal_handler", refuse)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    thread = when_ready(port, lambda url: None)
    assert run("--port", port, "--quiet") == 0
    thread.join()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_what_cannot_be_served_is_reported_in_one_line_of_stderr(capsys):
    assert run("--fault", "chat:no") == 2
    assert capsys.readouterr().err.startswith("error: the fault 'chat:no' cannot be used")


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_logs_and_stops_when_asked(serve, number):
    process, url = serve("--seed", "1")
    post(f"{url}/chat", {"message": "Hi"})
    process.send_signal(number)
    out, log = process.communicate(timeout=20)
    assert process.returncode == 0
    assert re.search(r"Key: ia_[\w-]{43} ", process.greeting) and "Stopping" in out
    assert re.search(r"127\.0\.0\.1 POST /api/chat 200 \d+ bytes \d+ ms", log)


def test_what_a_response_confirmed_survives_a_kill(serve, tmp_path):
    file = tmp_path / "state.db"
    process, url = serve("--db", str(file), "--quiet")
    for n in range(5):
        post(f"{url}/memory", {"conversationId": "c", "content": f"fact {n}"})
    process.kill()
    process.wait()
    with sqlite3.connect(str(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    _, url = serve("--db", str(file))
    with urlopen(f"{url}/memory?conversationId=c") as response:
        facts = json.load(response)["memory"]["criticalFacts"]
    assert [fact["content"] for fact in facts] == [f"fact {n}" for n in range(5)]


def test_its_options_reach_the_emulator(serve, tmp_path):
    (tmp_path / "tea.md").write_text("## Tea\nTea is at five.\n")
    options = ["--require-key", "--api-key", "ia_mine", "--knowledge", str(tmp_path), "--fault", "health:418"]
    process, url = serve(*options, "--profile", "default", "--latency", "0", "--pace", "0", "--quiet")
    assert "Tea is at five." in post(f"{url}/chat", {"message": "When is tea?"}, **{"X-API-Key": "ia_mine"})["response"]
    with pytest.raises(OSError, match="418"):
        urlopen(f"{url}/health")
    with pytest.raises(OSError, match="401"):
        post(f"{url}/chat", {"message": "When is tea?"})
    process.terminate()
    out, log = process.communicate(timeout=20)
    assert "ia_mine" not in process.greeting + out + log


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--fault", "chat:no"], "error: the fault 'chat:no' cannot be used"),
        (["--knowledge", "nowhere"], "error: nowhere is not a folder"),
        (["--db", "nowhere/state.db"], "error: the database nowhere/state.db cannot be opened"),
        (["--host", "nowhere.invalid"], "error: nowhere.invalid:0 is not an address of this machine"),
    ],
)
def test_what_cannot_be_served_is_reported_in_one_line(serve, options, message):
    process, url = serve(*options)
    _, error = process.communicate(timeout=20)
    assert url is None and process.returncode == 2
    assert error.startswith(message) and error.count("\n") == 1


def test_a_key_on_the_command_line_is_warned_of_and_not_repeated(capsys, port):
    thread = when_ready(port, lambda url: None)
    assert run("--port", port, "--quiet", "--api-key", "ia_mine") == 0
    thread.join()
    said = capsys.readouterr()
    assert "other users of this machine can see --api-key" in said.err
    assert "ia_mine" not in said.out + said.err
