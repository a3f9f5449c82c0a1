"""The emulator as an httpx transport, for both kinds of clients."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest
import trio

from infinity_assistant.testing import AsyncInProcessTransport, Emulator, Fault, InProcessTransport

BASE = "https://infinityassistant.io/api"
HELLO = {"message": "Hello"}


@pytest.fixture
def http(emulator):
    """An httpx client on the emulator."""
    with httpx.Client(transport=InProcessTransport(emulator), base_url=BASE) as client:
        yield client


def run(emulator, function, backend):
    """Run an asynchronous function with an httpx client on the emulator, under asyncio or trio."""

    async def main():
        async with httpx.AsyncClient(transport=AsyncInProcessTransport(emulator), base_url=BASE) as client:
            return await function(client)

    return trio.run(main) if backend == "trio" else asyncio.run(main())


def test_a_request_reaches_the_emulator_whole(http, emulator):
    response = http.post("/chat", json=HELLO, params={"a": "b c"}, headers={"X-API-Key": emulator.api_key})
    assert response.status_code == 200 and response.json()["metadata"]["model"] == "infinity-agent"
    sent = emulator.requests[0]
    assert (sent.path, sent.query, sent.json) == ("/api/chat", {"a": "b c"}, HELLO)
    assert sent.headers["x-api-key"] == emulator.api_key


def test_cookies_are_kept_by_the_client(http):
    http.post("/chat", json=HELLO)
    assert http.post("/chat", json=HELLO).json()["rateLimit"]["remaining"] == 48


def test_a_transport_of_its_own_needs_no_emulator():
    with httpx.Client(transport=InProcessTransport(), base_url=BASE) as client:
        assert client.get("/health").json()["status"] == "healthy"

    async def main():
        async with httpx.AsyncClient(transport=AsyncInProcessTransport(), base_url=BASE) as client:
            return (await client.get("/health")).status_code

    assert asyncio.run(main()) == 200


def test_a_stream_arrives_piece_by_piece(http, emulator):
    """The first piece is there long before the last one is due."""
    emulator.on_chat().reply_stream(["now", "in an hour"], delay=0)
    with http.stream("POST", "/chat/stream", json=HELLO) as response:
        pieces = response.iter_raw()
        assert b"event: start" in next(pieces)
        assert b"now" in next(pieces) and b"hour" in next(pieces)


def test_a_late_response_is_a_timeout_after_the_time_of_the_caller(http, emulator):
    emulator.delay(60)
    started = time.monotonic()
    with pytest.raises(httpx.ReadTimeout):
        http.post("/chat", json=HELLO, timeout=0.02)
    assert time.monotonic() - started < 30


def test_silence_within_a_stream_is_a_timeout(http, emulator):
    emulator.on_chat().reply_stream(["a", "b"], delay=60)
    with http.stream("POST", "/chat/stream", json=HELLO, timeout=0.02) as response:
        pieces = response.iter_raw()
        assert b"start" in next(pieces)
        with pytest.raises(httpx.ReadTimeout):
            next(pieces)


def test_a_short_delay_is_waited_for(http, emulator):
    emulator.delay(0.02)
    started = time.monotonic()
    assert http.post("/chat", json=HELLO, timeout=None).status_code == 200
    assert time.monotonic() - started >= 0.02


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault("reset"), httpx.ReadError),
        (Fault("cut", after=2), httpx.RemoteProtocolError),
        (Fault("reset", after=2, applied=True), httpx.ReadError),
    ],
)
def test_broken_connections_raise_what_httpx_raises_on_a_wire(http, emulator, fault, error):
    emulator.add_fault(fault)
    with pytest.raises(error):
        http.post("/chat/stream", json=HELLO)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_it_works_the_same_under_asyncio_and_trio(emulator, backend):
    async def talk(client):
        response = await client.post("/chat", json=HELLO)
        async with client.stream("POST", "/chat/stream", json=HELLO) as stream:
            pieces = [piece async for piece in stream.aiter_raw()]
        return response.status_code, pieces[0].startswith(b"event: start"), len(pieces) > 3

    assert run(emulator, talk, backend) == (200, True, True)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault("delay", seconds=60), httpx.ReadTimeout),
        (Fault("delay", seconds=0.01), None),
        (Fault("reset"), httpx.ReadError),
        (Fault("cut", after=1), httpx.RemoteProtocolError),
    ],
)
def test_faults_are_the_same_in_sync_and_async(emulator, backend, fault, error):
    emulator.add_fault(fault)

    async def talk(client):
        return await client.post("/chat/stream", json=HELLO, timeout=0.02 if error else None)

    if error is None:
        assert run(emulator, talk, backend).status_code == 200
    else:
        with pytest.raises(error):
            run(emulator, talk, backend)


def test_many_threads_share_one_emulator(emulator):
    """No request is lost, and no count."""
    from concurrent.futures import ThreadPoolExecutor

    emulator.quota(-1)
    with ThreadPoolExecutor(8) as pool, httpx.Client(transport=InProcessTransport(emulator), base_url=BASE) as client:
        responses = list(pool.map(lambda _: client.post("/chat", json={**HELLO, "userId": "u"}), range(80)))
    assert {response.status_code for response in responses} == {200}
    assert len(emulator.requests) == 80 and emulator.services.quota.get_usage("u").today == 80


def test_a_file_can_be_used_in_process_too(tmp_path):
    for messages in (2, 4):
        with Emulator(tmp_path / "state.db") as emulator, httpx.Client(
            transport=InProcessTransport(emulator), base_url=BASE
        ) as client:
            client.post("/chat", json={**HELLO, "conversationId": "c"})
            assert len(emulator.conversations["c"].messages) == messages
