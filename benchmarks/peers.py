"""Other SDKs on the same server, each in an environment of its own and in its own wire shape."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from benchmarks.rows import STREAMS, TEN_THOUSAND, by
from benchmarks.scenarios import SDK, Contender, Scenario

ENVIRONMENTS = Path(__file__).parent / ".environments"

#: What pip installs, and the module of `benchmarks.contenders` that calls it.
PEERS = {
    "openai": "openai==3.54.0",
    "anthropic": "anthropic==2.12.0",
    "cohere": "cohere==7.3.1",
    "groq": "groq==1.7.0",
    "mistralai": "mistralai==3.7.0",
    "httpx2": "httpx2==2.16.2",
}

#: What a program has to import before it can make a call.
IMPORTS = {
    "openai": "from openai import OpenAI; OpenAI(api_key='k')",
    "anthropic": "from anthropic import Anthropic; Anthropic(api_key='k')",
    "cohere": "from cohere import ClientV2; ClientV2(api_key='k')",
    "groq": "from groq import Groq; Groq(api_key='k')",
    "mistralai": "from mistralai.client import Mistral; Mistral(api_key='k')",
    "httpx2": "import httpx2; httpx2.Client()",
}


def python(name: str) -> Path:
    """Return the interpreter of a peer's environment."""
    return ENVIRONMENTS / name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_all() -> list[str]:
    """Install what is missing, and return the names of the peers that could be installed."""
    return [name for name, requirement in PEERS.items() if _install(name, requirement)]


def _install(name: str, requirement: str) -> bool:
    stamp = ENVIRONMENTS / name / "installed"
    if stamp.exists() and stamp.read_text() == requirement:
        return True
    print(f"installing {requirement} …", file=sys.stderr)
    venv.create(ENVIRONMENTS / name, with_pip=True, clear=True)
    done = subprocess.run([python(name), "-m", "pip", "install", "--quiet", requirement], check=False)
    if done.returncode:
        print(f"{requirement} could not be installed, and is left out", file=sys.stderr)
        return False
    stamp.write_text(requirement)
    return True


def rows() -> list[Scenario]:
    """Return the rows that compare this SDK with its peers."""
    names = install_all()
    return [
        Scenario("chat-sync", "one call, answers of 1 KB", "call", _all(names, "chat")),
        Scenario("chat-async", "one asynchronous call at a time", "call", _all(names, "async_chat")),
        Scenario("events-sync", "streamed events as typed objects", "event", _all(names, "events", **TEN_THOUSAND)),
        Scenario(
            "streams-100",
            "100 concurrent streams of 20 events",
            "stream",
            _all(names, "async_streams_100", wants=STREAMS, count=100),
            fresh=True,
        ),
        Scenario(
            "streams-1000",
            "1,000 concurrent streams of 20 events",
            "stream",
            (
                Contender("aiohttp, bytes", by("aiohttp", "async_streams"), STREAMS, 1000),
                Contender(SDK, by("sdk", "async_streams"), STREAMS, 1000),
                *_peers(names, "async_streams", wants=STREAMS, count=1000),
            ),
            fresh=True,
        ),
        Scenario("start", "import and client in a new process", "start", _starts(names), programs=True),
    ]


def _all(names: list[str], work: str, **settings: Any) -> tuple[Contender, ...]:
    ours = (
        Contender(_label("httpx", work), by("httpx", work), **settings),
        Contender(SDK, by("sdk", work), **settings),
    )
    return (*ours, *_peers(names, work, **settings))


def _peers(names: list[str], work: str, **settings: Any) -> tuple[Contender, ...]:
    return tuple(Contender(_label(n, work), by(n, work), python=str(python(n)), **settings) for n in names)


def _label(name: str, work: str) -> str:
    """Name a contender; the plain HTTP clients bring bytes where the others bring events."""
    return name if name not in ("httpx", "httpx2") or "chat" in work else f"{name}, bytes"


def _starts(names: list[str]) -> tuple[Contender, ...]:
    return (
        Contender("httpx", "import httpx; httpx.Client()", count=1),
        Contender(SDK, "from infinity_assistant import InfinityAssistantClient; InfinityAssistantClient('k')", count=1),
        *(Contender(name, IMPORTS[name], count=1, python=str(python(name))) for name in names),
        Contender("bare Python", "pass", count=1),
    )
