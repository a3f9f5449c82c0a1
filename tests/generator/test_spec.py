"""A document from a web address: bounded, without a password on show, from no service of this machine by a detour."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.errors import GeneratorError
from generator.regenerate import spec
from generator.regenerate.spec import fetch_spec

DOCUMENT = b"openapi: 3.1.0\ninfo: {title: x, version: '1'}\npaths: {}\n"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", "http://" + self.path.removeprefix("/to/"))
            self.end_headers()
            return
        self.send_response(404 if self.path == "/none" else 200)
        self.end_headers()
        try:
            self._send()
        except OSError:
            pass  # The other side has given up, as it should.

    def _send(self) -> None:
        if self.path == "/drip":
            while True:
                self.wfile.write(b"# \n")
                time.sleep(0.01)
        self.wfile.write(DOCUMENT)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_password_is_shown_nowhere(site: str) -> None:
    assert fetch_spec(f"http://me:hunter2@{site}/openapi.yaml").source == f"http://{site}/openapi.yaml"
    for path in ("none", "to/127.0.0.9/"):
        with pytest.raises(GeneratorError) as caught:
            fetch_spec(f"http://me:hunter2@{site}/{path}")
        assert "hunter2" not in str(caught.value) and f"http://{site}/{path}" in str(caught.value)


@pytest.mark.parametrize(
    "target", ["localhost:9/", "127.0.0.2:9/", "169.254.169.254/latest", "10.0.0.1/", "x.internal/", "[::1]/"]
)
def test_a_redirect_to_this_machine_or_its_network_is_not_followed(site: str, target: str) -> None:
    with pytest.raises(GeneratorError, match="which is not followed; name that URL itself"):
        fetch_spec(f"http://{site}/to/{target}")


def test_a_redirect_within_a_site_is_followed(site: str) -> None:
    assert fetch_spec(f"http://{site}/to/{site}/openapi.yaml").document["paths"] == {}


def test_a_document_that_drips_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spec, "_SECONDS", 0.3)
    with pytest.raises(GeneratorError, match="not complete after"):
        fetch_spec(f"http://{site}/drip")
