"""Deliveries of webhooks: to this machine alone, and no receiver in the way of another."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Iterator, List

import pytest

from infinity_assistant.testing import Emulator, EmulatorError
from infinity_assistant.testing._webhooks.outbox import FAILED


class _Taker(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(302)
        self.send_header("Location", "http://169.254.169.254/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def quick() -> Iterator[str]:
    """The address of a receiver that takes every delivery, and says to go elsewhere."""
    with HTTPServer(("127.0.0.1", 0), _Taker) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a receiver that takes connections and says nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as line:
        yield f"http://127.0.0.1:{line.getsockname()[1]}/"


def deliver(emulator: Emulator, *urls: str) -> None:
    for url in urls:
        emulator.services.outbox.register(url, ["chat.message"])
    emulator.trigger("chat.message", {})


def states(emulator: Emulator) -> List[str]:
    return [delivery.state for delivery in emulator.deliveries]


def test_a_silent_receiver_holds_up_no_other_and_no_end(silent: str, quick: str) -> None:
    emulator = Emulator(deliver=True)
    deliver(emulator, silent, quick)
    while states(emulator)[1] != FAILED:  # A redirect is no success, and is not followed.
        time.sleep(0.01)
    assert [delivery.status for delivery in emulator.deliveries] == [None, 302]
    began = time.monotonic()
    emulator.close()
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "url",
    ["http://169.254.169.254/latest", "http://192.0.2.1/", "http://hooks.example/", "http://127.0.0.1.evil.example/"],
)
def test_deliveries_stay_on_this_machine(url: str) -> None:
    with Emulator(deliver=True) as emulator:
        deliver(emulator, url)
        assert emulator.wait_for_deliveries()
        (delivery,) = emulator.deliveries
    assert delivery.state == FAILED and "is not this machine: allow others with --deliver-anywhere" in str(
        delivery.error
    )


def test_deliveries_go_anywhere_if_that_is_asked_for(monkeypatch: pytest.MonkeyPatch, quick: str) -> None:
    monkeypatch.setattr("infinity_assistant.testing._webhooks.sender.is_local_name", lambda host: False)
    with Emulator(deliver="anywhere") as emulator:
        deliver(emulator, quick)
        assert emulator.wait_for_deliveries()
        assert [delivery.status for delivery in emulator.deliveries] == [302]


def test_where_to_deliver_is_one_of_three() -> None:
    with pytest.raises(EmulatorError, match='deliver must be True, False or "anywhere"'):
        Emulator(deliver="everywhere")
