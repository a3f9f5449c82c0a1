"""Who may ask a server of the emulator: no page of another site, by whatever way."""

from __future__ import annotations

from typing import Any, Dict, Optional

import pytest

from infinity_assistant.testing import Emulator
from infinity_assistant.testing._http.messages import Request
from infinity_assistant.testing._server.gate import Gate
from infinity_assistant.testing._server.site import Site

JSON = {"content-type": "application/json"}
OWN = {"host": "127.0.0.1:8080"}
WEBHOOK = b'{"url":"http://evil.example/","events":["chat.message"]}'


def ask(emulator: Emulator, method: str, path: str, headers: Dict[str, str], body: bytes = b"", **gate: Any) -> int:
    site = Site(emulator, Gate(**gate))
    return site.respond(Request(method, path, "", tuple(headers.items()), body)).status


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", None]
)
def test_a_plain_form_changes_nothing(emulator: Emulator, kind: Optional[str]) -> None:
    """Whatever media type a page can send without asking first; also from a browser that sends no Origin."""
    headers = {**OWN, **({} if kind is None else {"content-type": kind})}
    assert ask(emulator, "POST", "/api/webhooks", headers, WEBHOOK) == 415
    assert ask(emulator, "POST", "/_emulator/faults", headers, b'{"fault":"chat:503"}') == 415
    assert emulator.services.outbox.list_webhooks() == [] and emulator.faults == []


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://127.0.0.1:9999", "http://localhost:8080", "null", "x"]
)
@pytest.mark.parametrize("path", ["/api/health", "/_emulator", "/", "/console/api.js"])
def test_a_page_of_another_site_reads_nothing(emulator: Emulator, origin: str, path: str) -> None:
    """Another port of this machine is another site."""
    response = Site(emulator).respond(Request("GET", path, "", (*OWN.items(), ("origin", origin))))
    assert response.status == 403
    assert response.header("access-control-allow-origin") is None


def test_a_page_of_another_site_is_not_told_that_it_may_ask(emulator: Emulator) -> None:
    headers = {**OWN, "origin": "http://evil.example", "access-control-request-method": "DELETE"}
    assert ask(emulator, "OPTIONS", "/api/webhooks", headers) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_picture_or_script_of_another_site_gets_nothing(emulator: Emulator, site: str) -> None:
    headers = {**OWN, "sec-fetch-site": site, "sec-fetch-mode": "no-cors"}
    assert ask(emulator, "GET", "/api/export/conversations", headers) == 403


def test_a_link_from_another_page_opens_the_console(emulator: Emulator) -> None:
    headers = {**OWN, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert ask(emulator, "GET", "/", headers) == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "[", "x"]
)
def test_a_name_bent_to_this_machine_is_refused(emulator: Emulator, host: str) -> None:
    """As DNS rebinding does: the page and the server then share an origin, and no Origin tells."""
    for path in ("/api/health", "/_emulator", "/"):
        assert ask(emulator, "GET", path, {"host": host}) == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost:80", "LOCALHOST", "a.localhost", "[::1]:8080", "192.168.1.5:1", "box:1"]
)
def test_the_names_and_addresses_of_this_machine_pass_the_gate(emulator: Emulator, host: str) -> None:
    assert ask(emulator, "GET", "/api/health", {"host": host}, hosts=frozenset({"box"})) == 200


def test_the_console_itself_may_ask(emulator: Emulator) -> None:
    headers = {**OWN, **JSON, "origin": "http://127.0.0.1:8080", "sec-fetch-site": "same-origin"}
    assert ask(emulator, "POST", "/api/chat", headers, b'{"message":"Hi"}') == 200


def test_the_admin_interface_is_behind_its_key(emulator: Emulator) -> None:
    for headers in ({}, {"x-emulator-key": ""}, {"x-emulator-key": "wrong"}, {"x-emulator-key": "schlüssel"}):
        assert ask(emulator, "GET", "/_emulator/requests", {**OWN, **headers}, admin_key="secret") == 401
    assert ask(emulator, "GET", "/_emulator/requests", {**OWN, "x-emulator-key": "secret"}, admin_key="secret") == 200


def test_the_page_alone_knows_the_keys(emulator: Emulator) -> None:
    site = Site(emulator, Gate(admin_key='a"<b', page_key="ia_key"))
    page = site.respond(Request("GET", "/", "", tuple(OWN.items()))).body.decode()
    assert '<meta name="admin-key" content="a&quot;&lt;b">' in page and '<meta name="api-key" content="ia_key">' in page
    assert "<meta name=" not in site.respond(Request("GET", "/console/api.js", "", tuple(OWN.items()))).body.decode()
