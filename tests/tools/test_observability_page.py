"""The programs of the pages on observability and TLS that need the packages of others run, and their spans arrive."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Dict, Iterator, List

import pytest

from infinity_assistant.testing import EmulatorServer
from tests.client.wire import WireServer
from tests.docs.pages import ROOT, Section, Snippet, sections

PAGES = [ROOT / "docs" / "observability.md", ROOT / "docs" / "proxies-and-tls.md"]
SECTIONS: Dict[str, Section] = {
    section.title: section for page in PAGES for section in sections(page) if section.of("py")
}
#: Where spans arrive, if they are sent.
ARRIVES = {"OpenTelemetry": "/api/v1/traces", "Sentry": "/otlp/v1/traces/", "logfire": "/api/v1/traces"}
HEAD = "from infinity_assistant import InfinityAssistantClient\nclient = InfinityAssistantClient()\n"


@pytest.fixture
def collector() -> Iterator[WireServer]:
    """Takes whatever it is sent."""
    with WireServer() as server:
        server.say({})
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _run(snippets: List[Snippet], collector: WireServer, folder: Path) -> None:
    """Run the programs in a process of their own: providers of OpenTelemetry are set once for all."""
    program = folder / "program.py"
    program.write_text(HEAD + "\n".join(snippet.code for snippet in snippets), "utf-8")
    with EmulatorServer() as service:
        variables = {
            "PYTHONPATH": str(ROOT),
            "PATH": os.environ["PATH"],
            "NO_PROXY": "127.0.0.1",
            "INFINITY_ASSISTANT_BASE_URL": service.url,
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
            "SENTRY_DSN": f"http://public@127.0.0.1:{collector.server_port}/1",
        }
        done = subprocess.run([sys.executable, str(program)], env=variables, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert service.emulator.requests


@pytest.mark.parametrize("title", SECTIONS)
def test_the_programs_of_a_section_run(title: str, collector: WireServer, tmp_path: Path) -> None:
    _run(SECTIONS[title].of("py"), collector, tmp_path)
    if title in ARRIVES:
        paths = [heard.path for heard in collector.heard]
        assert any(path.endswith(ARRIVES[title]) for path in paths), paths
        assert all(heard.body for heard in collector.heard)


def test_there_are_programs_of_this_kind() -> None:
    assert {*ARRIVES, "TLS"} <= set(SECTIONS)
