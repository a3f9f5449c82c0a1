"""Rows about whole processes: what a cold start costs, and what the generator takes."""

from __future__ import annotations

from benchmarks.scenarios import SDK, Contender, Scenario

SDK_FIRST_CALL_SPEED = """
from infinity_assistant import InfinityAssistantClient
with InfinityAssistantClient("ia_key", base_url="{base_url}") as client:
    assert client.chat("What is the capital of France?").response
"""

#: As it is installed by default.
SDK_FIRST_CALL = "import sys; sys.modules['msgspec'] = None" + SDK_FIRST_CALL_SPEED

HTTPX_FIRST_CALL = """
import httpx
with httpx.Client(headers={{"x-api-key": "ia_key"}}) as client:
    assert client.post("{base_url}/chat", json={{"message": "What is the capital of France?"}}).json()["response"]
"""

GENERATE = """
import runpy, sys
sys.argv = ["generator", "--check"] + {arguments}
try:
    runpy.run_module("generator", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
"""


def program(label: str, code: str) -> Contender:
    """Return a contender that runs from start to end."""
    return Contender(label, code, count=1)


BARE = program("bare Python", "pass")

PROGRAM_ROWS = (
    Scenario(
        "import",
        "`import infinity_assistant`, beyond bare Python",
        "start",
        (
            BARE,
            program(SDK, "import infinity_assistant"),
            program("with its client class", "from infinity_assistant import InfinityAssistantClient"),
            program("httpx", "import httpx"),
        ),
        limits={"cpu": 0.015},
        programs=True,
    ),
    Scenario(
        "first-call",
        "import, client and first call in a new process, to the same with httpx by hand",
        "start",
        (
            program("httpx", HTTPX_FIRST_CALL),
            program(SDK, SDK_FIRST_CALL),
            program(f"{SDK}[speed]", SDK_FIRST_CALL_SPEED),
            BARE,
        ),
        {"cpu": 1.1},
        programs=True,
    ),
    Scenario(
        "generator",
        "`python -m generator --check`, beyond bare Python",
        "run",
        (BARE, program(SDK, GENERATE.format(arguments=[]))),
        limits={"cpu": 2.0, "wall": 2.0},
        programs=True,
    ),
    Scenario(
        "generator-overlays",
        "`python -m generator --check --overlays-only`, beyond bare Python",
        "run",
        (BARE, program(SDK, GENERATE.format(arguments=["--overlays-only"]))),
        limits={"cpu": 0.2, "wall": 0.2},
        programs=True,
    ),
)
