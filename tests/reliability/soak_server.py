"""The emulator of the soak: a process of its own, and what it stored.

One request in five meets a fault. `python soak_server.py <seed>` prints where it listens and its key, then for each
line of its input what it has stored so far, each as a line of JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List

from infinity_assistant.testing import EmulatorServer, Fault

Stored = Dict[str, List[List[str]]]
"""Role and text of the messages, by conversation."""

ROOT = Path(__file__).parents[2]
FAULTS = (
    "*:503:0.04",
    "*:429@0.01:0.03",
    "*:500:0.02",
    "*:reset:0.03",
    "*:delay@0.05:0.02",
    "chat:html:0.02",
    "chat:malformed:0.02",
    "chat:cut@1:0.02",
    "chat_stream:cut@3:0.05",
    "chat_stream:content-type:0.02",
    "search_knowledge:malformed:0.03",
)
APPLIED = Fault("reset", probability=0.03, applied=True)
"""The connection breaks when the service has done its work: the fault after which a repeated chat would be two."""


class SoakServer:
    """The process, as seen from outside."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url, self.key = self._read()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.split(":")[2].split("/")[0])

    def stored(self) -> Stored:
        """What the emulator has stored so far."""
        assert self._process.stdin is not None
        self._process.stdin.write("stored\n")
        self._process.stdin.flush()
        stored: Stored = self._read()
        return stored

    def _read(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def soak_server(seed: int) -> Iterator[SoakServer]:
    """Run the emulator in a process of its own."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    with subprocess.Popen(
        [sys.executable, __file__, str(seed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
    ) as process:
        yield SoakServer(process)


def main(seed: int) -> None:
    """Serve until the input ends."""
    with EmulatorServer(seed=seed, deliver=False) as server:
        emulator = server.emulator
        emulator.quota(-1)
        for fault in (*FAULTS, APPLIED):
            emulator.add_fault(fault)
        print(json.dumps([server.url, emulator.api_key]), flush=True)
        for _ in sys.stdin:
            print(json.dumps({name: one.messages for name, one in emulator.conversations.items()}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
