"""What other servers and the environment offer: cookies, `.netrc`, proxies."""

from __future__ import annotations

from pathlib import Path

import pytest

from infinity_assistant import InfinityAssistantClient
from infinity_assistant.errors import InfinityAssistantNetworkError

from .case import KEY
from .certificates import Certificates
from .clients import all_closed, client_at, client_of
from .responses import CHAT, HEALTH, response
from .server import HOST, FaultServer
from .steps import close, read, send

OK = [read, send(response(CHAT))]
HEALTHY = [read, send(response(HEALTH))]

SET_COOKIES = {
    "ours": ("infinity_anon_user=anon_1; Path=/; HttpOnly", "infinity_anon_user=anon_1"),
    "elsewhere": ("session=evil; Path=/", None),
    "almost-ours": ("infinity_anon_user2=evil", None),
    "prefixed": (" x; infinity_anon_user=evil", None),
    "two-in-one": ("a=b, infinity_anon_user=evil", None),
    "with-a-comma": ("infinity_anon_user=a,b", None),
    "with-a-space": ("infinity_anon_user=a b", None),
    "bytes": ("infinity_anon_user=\xe9", None),
    "huge": ("infinity_anon_user=" + "x" * 9000, None),
    "empty": ("infinity_anon_user=", None),
    "removed": ("infinity_anon_user=anon_1; Max-Age=0", None),
}


@pytest.mark.parametrize("name", SET_COOKIES)
def test_of_cookies_only_the_anonymous_identity_is_kept(name: str) -> None:
    """Any other is dropped, and so is one that could not have been meant."""
    cookie, kept = SET_COOKIES[name]
    with FaultServer([read, send(response(CHAT, headers={"Set-Cookie": cookie}))], OK) as server, client_of(
        server
    ) as client:
        client.chat("one")
        client.chat("two")
        assert [request.headers.get("cookie") for request in server.requests] == [None, kept]


def test_cookies_of_one_client_are_not_those_of_another() -> None:
    """An identity belongs to one client."""
    with FaultServer([read, send(response(CHAT, headers={"Set-Cookie": "infinity_anon_user=one"}))], OK) as server:
        with client_of(server) as first, client_of(server) as second:
            first.chat("hi")
            second.chat("hi")
        assert "cookie" not in server.requests[1].headers


@pytest.fixture
def netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `.netrc` with a password for the server, at home and in the environment."""
    path = tmp_path / ".netrc"
    path.write_text(
        f"machine {HOST} login user password from-netrc\ndefault login user password from-netrc\n", encoding="utf-8"
    )
    path.chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("NETRC", str(path))


def test_netrc_is_not_read(netrc: None) -> None:
    """The key that was given is the only credential that is sent."""
    with FaultServer(OK) as server, client_of(server) as client:
        client.chat("hi")
        assert "authorization" not in server.requests[0].headers


@pytest.mark.filterwarnings("ignore:the API key travels in clear text")
def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """`HTTP_PROXY` is honoured: the request goes to the proxy, in the absolute form of RFC 9112, section 3.2.2."""
    with FaultServer(HEALTHY) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        with InfinityAssistantClient(KEY, base_url="http://service.example/api") as client:
            assert client.health().status == "healthy"
        assert proxy.requests[0].target == "http://service.example/api/health"
        assert all_closed(proxy)


def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `NO_PROXY` names is asked directly."""
    with FaultServer(HEALTHY) as proxy, FaultServer(HEALTHY) as server:
        for name, value in (
            ("HTTP_PROXY", proxy.url),
            ("http_proxy", proxy.url),
            ("NO_PROXY", HOST),
            ("no_proxy", HOST),
        ):
            monkeypatch.setenv(name, value)
        with client_of(server) as client:
            assert client.health().status == "healthy"
        assert (len(proxy.attempts), len(server.attempts)) == (0, 1)


def refuse(status: int) -> list:
    """A proxy that says no."""
    return [read, send(response(b"no", status)), close]


def test_a_proxy_never_sees_the_key_of_a_secure_request(
    monkeypatch: pytest.MonkeyPatch, certificates: Certificates
) -> None:
    """Through `HTTPS_PROXY` the key travels in the tunnel; a proxy that refuses the tunnel gives an error of ours."""
    with FaultServer(refuse(407)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.setenv("https_proxy", proxy.url)
        with pytest.raises(InfinityAssistantNetworkError) as caught, client_at("https://service.example/api") as client:
            client.chat("hi")
        (attempt,) = proxy.attempts
        assert (attempt.method, attempt.target) == ("CONNECT", "service.example:443")
        assert KEY not in str(attempt.raw_headers)
        assert KEY not in str(caught.value)


def test_a_proxy_that_is_gone_is_a_network_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the attempts that were made: nothing was sent, so that even a chat is tried again."""
    monkeypatch.setenv("HTTP_PROXY", f"http://{HOST}:9")
    monkeypatch.setenv("http_proxy", f"http://{HOST}:9")
    with pytest.raises(InfinityAssistantNetworkError) as caught, client_at("http://service.example/api", 1) as client:
        client.chat("hi")
    assert len(caught.value.attempts) == 2
