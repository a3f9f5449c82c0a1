"""What is measured: the rows of the table, each with its contenders and its goal."""

from __future__ import annotations

from benchmarks.programs import PROGRAM_ROWS
from benchmarks.scenarios import SDK, Contender, Scenario

BOTH = {"httpx": "httpx", SDK: "sdk"}
STREAMS = "events=20,spread=1"
TEN_THOUSAND = {"wants": "events=10000", "count": 2, "each": 10_000}


def by(library: str, work: str) -> str:
    """Return the target of a contender."""
    return f"benchmarks.contenders.by_{library}:{work}"


def row(work: str, libraries: dict[str, str], **settings: object) -> tuple[Contender, ...]:
    """Return contenders that do the same work: label and library of each."""
    return tuple(Contender(label, by(library, work), **settings) for label, library in libraries.items())  # type: ignore[arg-type]


def growth(work: str, sizes: dict[int, int], wants: str) -> tuple[Contender, ...]:
    """Return the SDK at several sizes: size and count of each."""
    target = by("sdk", work)
    return tuple(Contender(f"{n:,}", target, wants.format(size=n), count, size=n) for n, count in sizes.items())


SCENARIOS = (
    Scenario(
        "chat-sync",
        "`client.chat`, answers of 1 KB",
        "call",
        row("chat", {**BOTH, "httpcore": "httpcore", "http.client": "stdlib", "bare socket": "socket"}),
        {"cpu": 0.75},
    ),
    Scenario(
        "chat-async",
        "`await client.chat`, one at a time",
        "call",
        row("async_chat", {**BOTH, "aiohttp": "aiohttp", "httpcore": "httpcore"}),
        {"cpu": 0.85},
    ),
    Scenario(
        "chat-async-50",
        "`await client.chat`, 50 at a time",
        "call",
        row("async_chat_50", {**BOTH, "aiohttp": "aiohttp"}),
        {"cpu": 0.75},
    ),
    Scenario(
        "events-sync",
        "streamed events as typed objects, to `iter_raw` of the same stream",
        "event",
        row("events", {"httpx iter_raw": "httpx", SDK: "sdk", "bare socket": "socket"}, **TEN_THOUSAND),
        {"cpu": 1.4},
    ),
    Scenario(
        "events-async",
        "streamed events as typed objects, to `aiter_raw` of the same stream",
        "event",
        row("async_events", {"httpx aiter_raw": "httpx", SDK: "sdk", "aiohttp, bytes": "aiohttp"}, **TEN_THOUSAND),
        {"cpu": 1.4},
    ),
    Scenario(
        "models",
        "100 KB of JSON, 200 items with two date-times, into models",
        "body",
        (
            Contender("json.loads", by("stdlib", "api_keys"), count=200),
            Contender(SDK, by("sdk_models", "api_keys"), count=200),
            Contender(f"{SDK}[speed]", by("sdk_models", "api_keys_speed"), count=200),
        ),
        {"cpu": 1.75},
    ),
    Scenario(
        "streams-1000",
        "1,000 concurrent streams of 20 events",
        "stream",
        (
            *row("async_streams", {"aiohttp, bytes": "aiohttp", SDK: "sdk"}, wants=STREAMS, count=1000),
            Contender("aiohttp and json by hand", by("aiohttp", "async_streams_read"), STREAMS, 1000),
            Contender("bare sockets", by("socket", "async_streams"), STREAMS, 1000),
        ),
        {"wall": 1.2, "cpu": 1.2, "peak": 1.2, "grown": 1.2},
        fresh=True,
    ),
    Scenario(
        "streams-100",
        "100 concurrent streams of 20 events",
        "stream",
        row(
            "async_streams_100",
            {"aiohttp, bytes": "aiohttp", SDK: "sdk", "httpx, bytes": "httpx"},
            wants=STREAMS,
            count=100,
        ),
        fresh=True,
    ),
    Scenario(
        "streams-width",
        "cost of one stream of 20 events by how many are open at once",
        "stream",
        tuple(Contender(str(n), by("sdk", f"async_streams_{n}"), STREAMS, 200, size=n) for n in (1, 10, 100)),
        {"cpu": 1.3},
    ),
    Scenario(
        "growing-answers",
        "one call by the size of its answer in bytes",
        "call",
        growth("chat", {1 << 10: 200, 10 << 10: 200, 100 << 10: 50, 1 << 20: 10, 10 << 20: 2}, "size={size}"),
    ),
    Scenario(
        "growing-streams",
        "one stream by its number of events",
        "stream",
        growth("events", {100: 50, 1000: 10, 10_000: 2, 100_000: 1, 1_000_000: 1}, "events={size}"),
    ),
    Scenario(
        "growing-events",
        "one event by its size in bytes, in chunks of 1 KB",
        "event",
        growth(
            "events",
            {64 << 10: 20, 256 << 10: 5, 1 << 20: 2, 4 << 20: 1, 15 << 20: 1},
            "events=1,event={size},piece=1024",
        ),
    ),
    Scenario(
        "bulk",
        "`bulk.arun`, 16 at a time, to the same calls through the client",
        "call",
        (
            Contender("client and semaphore", by("sdk", "async_chat_16"), count=1000),
            Contender(SDK, by("bulk", "async_chat"), count=1000),
            Contender("client and threads", by("bulk", "threads"), count=1000),
            Contender("bulk.run", by("bulk", "chat"), count=1000),
        ),
        {"cpu": 1.3},
    ),
    Scenario(
        "bulk-aiohttp",
        "`bulk.arun` to aiohttp with a semaphore, 16 at a time, answers after 20 ms",
        "call",
        (
            Contender("aiohttp", by("aiohttp", "async_chat_16"), "size=1024,think=0.02", 800),
            Contender(SDK, by("bulk", "async_chat"), "size=1024,think=0.02", 800),
            Contender("bulk.run", by("bulk", "chat"), "size=1024,think=0.02", 800),
        ),
        {"wall": 1.11},
    ),
    *PROGRAM_ROWS,
)
