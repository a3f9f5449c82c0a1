"""A response that comes while the request is being sent is delivered, not lost to the broken upload."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from infinity_assistant import InfinityAssistantAPIError, InfinityAssistantNetworkError
from tests.reliability.certificates import Certificates
from tests.reliability.responses import HEALTH, response
from tests.reliability.server import Exchange, FaultServer
from tests.reliability.steps import hang, leave_open, pause, read, read_some, send

from .play import Steps, every_backend, play

TOO_LARGE = response({"error": "Too large"}, 413)
LARGE = {"blob": "x" * 16_000_000}
BYE = response({"error": "Too large"}, 413, headers={"Connection": "close"})


def linger(exchange: Exchange) -> None:
    """Read on for a moment before closing, as servers do that want their response to arrive."""
    end = time.monotonic() + 0.3
    while time.monotonic() < end and exchange.receive(0.1):
        pass
    exchange.socket.close()


def close_at_once(exchange: Exchange) -> None:
    """Close with unread bytes, which resets the connection: the response must have arrived before."""
    time.sleep(0.1)
    exchange.socket.close()


ENDINGS = {"lingers": linger, "closes": close_at_once, "stays": hang}


@every_backend
@pytest.mark.parametrize("kind", ["plain", "tls"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_error_response_to_a_large_request_arrives(
    backend: str, kind: str, ending: str, certificates: Certificates
) -> None:
    """Whether the server reads on, closes, or just reads no more."""
    tls = certificates.context("trusted") if kind == "tls" else None

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantAPIError, match="Too large") as caught:
            yield client.chat("hi", extra_body=LARGE)
        assert caught.value.status_code == 413

    with FaultServer([read_some, send(BYE), ENDINGS[ending]], tls=tls) as server:
        began = time.monotonic()
        play(backend, steps, server.url, timeout=10.0)
        assert time.monotonic() - began < 5


@every_backend
def test_a_connection_whose_request_was_not_sent_whole_is_not_used_again(backend: str) -> None:
    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantAPIError, match="Too large"):
            yield client.chat("hi", extra_body=LARGE)
        assert (yield client.health()).status == "healthy"

    with FaultServer([read_some, send(TOO_LARGE), leave_open(1)], [read, send(response(HEALTH))]) as server:
        play(backend, steps, server.url)
        assert {attempt.connection for attempt in server.attempts} == {1, 2}


@every_backend
@pytest.mark.parametrize("kind", ["plain", "tls"])
def test_an_interim_response_does_not_end_a_large_request(backend: str, kind: str, certificates: Certificates) -> None:
    tls = certificates.context("trusted") if kind == "tls" else None
    interim = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantAPIError, match="late"):
            yield client.chat("hi", extra_body=LARGE)

    script = [send(interim), pause(0.1), send(interim), read, send(response({"error": "late"}, 400))]
    with FaultServer(script, tls=tls) as server:
        play(backend, steps, server.url, timeout=20.0)
        (request,) = server.requests
        assert len(request.body) > 16_000_000


@every_backend
@pytest.mark.parametrize("kind", ["plain", "tls"])
def test_a_server_that_closes_in_the_midst_of_a_request_without_a_response_is_a_network_error(
    backend: str, kind: str, certificates: Certificates
) -> None:
    tls = certificates.context("trusted") if kind == "tls" else None

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError) as caught:
            yield client.chat("hi", extra_body=LARGE)
        assert caught.value.request_sent

    with FaultServer([read_some, close_at_once], tls=tls) as server:
        play(backend, steps, server.url)


@every_backend
def test_a_server_that_does_not_read_keeps_the_deadline(backend: str) -> None:
    over = threading.Event()

    def ignore(exchange: Exchange) -> None:
        over.wait(20)
        exchange.socket.close()

    def steps(client: Any) -> Steps:
        with pytest.raises(InfinityAssistantNetworkError, match="the request could not be sent in time"):
            yield client.chat("hi", extra_body=LARGE)

    with FaultServer([ignore]) as server:
        began = time.monotonic()
        play(backend, steps, server.url, timeout=2.5)
        assert time.monotonic() - began < 5
        over.set()
