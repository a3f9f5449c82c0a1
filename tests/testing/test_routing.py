"""What reaches no operation gets what the service's router sends."""

from __future__ import annotations

import pytest

from infinity_assistant.testing import Request


def ask(call, method, path, query=""):
    """Send a request to a whole path."""
    return call.emulator.handle(Request(method, path, query))


@pytest.mark.parametrize("path", ["/api", "/chat", "/api/nothing", "/", "/api/chat/other", "/apichat", "/api/CHAT"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
def test_an_unknown_path_is_a_page(call, method, path):
    response = ask(call, method, path)
    assert response.status == 404 and response.header("content-type") == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("method", "path"), [("DELETE", "/api/chat"), ("GET", "/api/chat/stream"), ("PUT", "/api/health")]
)
def test_a_wrong_method_has_no_body_at_all(call, method, path):
    response = ask(call, method, path)
    assert (response.status, response.headers, response.body) == (405, (), b"")


@pytest.mark.parametrize(
    ("path", "query", "location"),
    [
        ("/api/chat/", "", "/api/chat"),
        ("/api//chat", "a=1", "/api/chat?a=1"),
        ("/api/", "", "/api"),
        ("//x//", "", "/x"),
    ],
)
def test_a_slash_too_many_is_redirected(call, path, query, location):
    response = ask(call, "GET", path, query)
    assert (response.status, response.header("location"), response.body.decode()) == (308, location, location)


@pytest.mark.parametrize(
    ("path", "allowed"), [("/api/health", "GET, HEAD, OPTIONS"), ("/api/chat/stream", "OPTIONS, POST")]
)
def test_options_name_the_methods(call, path, allowed):
    response = ask(call, "OPTIONS", path)
    assert (response.status, response.header("allow"), response.body) == (204, allowed, b"")


def test_head_is_get_without_a_body(call):
    response = ask(call, "HEAD", "/api/health")
    assert (response.status, response.header("content-type"), response.body) == (200, "application/json", b"")
    assert ask(call, "HEAD", "/api/chat/stream").status == 405


def test_what_is_implemented_is_described(call):
    """The document decides which operations there are; the others respond with its examples."""
    from infinity_assistant.testing._api.operations import ROUTES

    assert set(ROUTES) <= set(call.emulator.document.operations)


def test_the_emulator_imports_nothing_of_the_client():
    """It must not share the client's mistakes; only facts and the signature of webhooks are common."""
    import re
    from pathlib import Path

    import infinity_assistant.testing

    folder = Path(str(infinity_assistant.testing.__file__)).parent
    wanted = re.compile(r"^\s*(?:from|import) (infinity_assistant(?:\.\w+)*)", re.MULTILINE)
    shared = ("infinity_assistant.webhooks", "infinity_assistant._service_facts")
    for file in folder.rglob("*.py"):
        for name in wanted.findall(file.read_text("utf-8")):
            allowed = name.startswith("infinity_assistant.testing") or name in shared
            assert allowed or file.name in ("emulator.py", "clients.py", "plugin.py"), f"{file.name} imports {name}"
