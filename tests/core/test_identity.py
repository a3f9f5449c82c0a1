"""Whose data is it? The cookie that names a user travels with the key that earned it, and with no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, Iterator, List, Optional, Tuple

import httpx
import pytest
from anyio.from_thread import BlockingPortal

import infinity_assistant as ia
from infinity_assistant._core.credentials import Credentials
from tests.client.conftest import Connect
from tests.client.wire import CHAT, WireServer

Sent = Tuple[Optional[str], Optional[str]]


def set_cookie(user: str) -> Dict[str, str]:
    return {"set-cookie": f"infinity_anon_user={user}; Path=/; HttpOnly"}


def list_sent(wire: WireServer) -> List[Sent]:
    """Key and cookie of every request."""
    return [(heard.headers.get("x-api-key"), heard.headers.get("cookie")) for heard in wire.heard]


def test_a_cookie_goes_with_its_key_alone(connect: Connect, wire: WireServer) -> None:
    for number in range(1, 7):
        wire.say(CHAT, headers=set_cookie(f"of_{number}"))
    client = connect("ia_alice", base_url=wire.url)
    client.chat("1")
    client.with_options(api_key="ia_bob").chat("2")
    client.chat("3")
    client.set_api_key("ia_carol")
    client.chat("4")
    client.set_api_key("ia_alice")
    client.chat("5")
    cookie = "infinity_anon_user=of_1"
    assert list_sent(wire) == [
        ("ia_alice", None),
        ("ia_bob", None),
        ("ia_alice", cookie),
        ("ia_carol", None),
        ("ia_alice", None),
    ]


@pytest.mark.parametrize("header", ["X-API-Key", "Authorization"])
def test_a_key_in_headers_gets_no_cookie_and_teaches_none(connect: Connect, wire: WireServer, header: str) -> None:
    wire.say(CHAT, headers=set_cookie("alice")).say(CHAT, headers=set_cookie("bob")).say(CHAT)
    client = connect("ia_alice", base_url=wire.url)
    client.chat("1")
    client.chat("2", headers={header: "ia_bob"})
    client.with_options(headers={header: "ia_bob"}).chat("3")
    client.chat("4")
    assert [cookie for _, cookie in list_sent(wire)] == [None, None, None, "infinity_anon_user=alice"]


def test_a_gateway_s_password_is_nobody_s_key(connect: Connect, wire: WireServer) -> None:
    wire.say(CHAT, headers=set_cookie("alice"))
    client = connect("ia_alice", base_url=wire.url, default_headers={"Authorization": "Basic Z2F0ZTp3YXk="})
    client.chat("1")
    client.chat("2")
    assert list_sent(wire)[1] == ("ia_alice", "infinity_anon_user=alice")


def test_a_function_may_return_the_keys_of_several_tenants(connect: Connect, wire: WireServer) -> None:
    wire.say(CHAT, headers=set_cookie("a")).say(CHAT, headers=set_cookie("b")).say({"preferences": {}})
    tenant = ["ia_a"]
    client = connect(lambda: tenant[0], base_url=wire.url)
    client.chat("1")
    tenant[0] = "ia_b"
    client.chat("2")
    client.get_preferences()
    tenant[0] = "ia_a"
    client.get_preferences()
    assert list_sent(wire)[2:] == [("ia_b", "infinity_anon_user=b"), ("ia_a", "infinity_anon_user=a")]


def test_an_anonymous_caller_is_one_user_from_the_first_call_on(connect: Connect, wire: WireServer) -> None:
    wire.say(CHAT)
    client = connect(base_url=wire.url)
    client.chat("1")
    client.with_options(timeout=3.0).chat("2")
    client.chat("3")
    cookies = {cookie for _, cookie in list_sent(wire)}
    assert len(cookies) == 1
    assert str(cookies.pop()).startswith("infinity_anon_user=anon_")


def test_a_client_with_a_key_makes_up_no_user(connect: Connect, wire: WireServer) -> None:
    connect("ia_key", base_url=wire.say({"preferences": {}}).url).get_preferences()
    assert list_sent(wire) == [("ia_key", None)]


@pytest.mark.parametrize("cookie", ["infinity_anon_user=; Path=/; Max-Age=0", "infinity_anon_user=x; Max-Age=0"])
def test_a_cookie_that_the_service_takes_back_is_sent_no_more(connect: Connect, wire: WireServer, cookie: str) -> None:
    wire.say(CHAT, headers=set_cookie("alice")).say(CHAT, headers={"set-cookie": cookie}).say(CHAT)
    client = connect("ia_alice", base_url=wire.url)
    for message in "123":
        client.chat(message)
    assert [cookie for _, cookie in list_sent(wire)] == [None, "infinity_anon_user=alice", None]


NOBODY = {"error": "User identification required"}


def test_a_caller_whom_the_service_does_not_know_is_told_what_is_missing(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_key", base_url=wire.say(NOBODY, 400).url)
    with pytest.raises(ia.InfinityAssistantBadRequestError, match=r"identification required: .* call chat\(\) first"):
        client.update_preferences({"name": "A"})
    with pytest.raises(ia.InfinityAssistantBadRequestError, match=r"give the key as api_key="):
        client.update_preferences({"name": "A"}, headers={"X-API-Key": "ia_other"})


def test_a_400_of_another_reason_is_told_as_it_is(connect: Connect, wire: WireServer) -> None:
    wire.say({"error": "preferences is missing"}, 400).say(NOBODY, 400)
    with pytest.raises(ia.InfinityAssistantBadRequestError) as caught:
        connect("ia_key", base_url=wire.url).update_preferences({})
    assert caught.value.message == "preferences is missing"
    with pytest.raises(ia.InfinityAssistantBadRequestError) as caught:
        connect(base_url=wire.url).update_preferences({})
    assert caught.value.message == NOBODY["error"], "a cookie was sent: a chat teaches nothing more"


def test_many_first_calls_at_once_are_one_user(wire: WireServer) -> None:
    wire.say(CHAT)
    with ia.InfinityAssistantClient(base_url=wire.url) as client, ThreadPoolExecutor(20) as threads:
        list(threads.map(client.chat, ["hi"] * 20))
    assert len({cookie for _, cookie in list_sent(wire)}) == 1


def test_a_response_teaches_nothing_about_credentials_that_changed_meanwhile() -> None:
    credentials = Credentials("ia_alice")
    alice = credentials.identify()
    credentials.set("ia_bob")
    alice.learn([(b"set-cookie", b"infinity_anon_user=alice; Path=/")])
    assert credentials.identify().cookie is None
    credentials.set("ia_alice")
    assert credentials.identify().cookie is None


def test_the_first_of_two_responses_to_one_state_is_kept() -> None:
    credentials = Credentials("ia_alice")
    first, second = credentials.identify(), credentials.identify()
    first.learn([(b"set-cookie", b"infinity_anon_user=one; Path=/")])
    second.learn([(b"set-cookie", b"infinity_anon_user=two; Path=/")])
    assert credentials.identify().cookie == b"one"


def test_the_quota_of_another_key_is_not_shown(connect: Connect, wire: WireServer) -> None:
    client = connect("ia_alice", base_url=wire.say(CHAT).url)
    other = client.with_options(api_key="ia_bob")
    client.chat("hi")
    assert client.rate_limit.remaining == 44
    assert other.rate_limit is None
    client.set_api_key("ia_carol")
    assert client.rate_limit is None


def test_neither_key_nor_cookie_shows() -> None:
    credentials = Credentials("ia_canary")
    identity = credentials.identify()
    identity.learn([(b"set-cookie", b"infinity_anon_user=canary; Path=/")])
    shown: Any = [repr(credentials), repr(identity), repr(credentials.identify()), str(identity)]
    assert not any("canary" in text for text in shown)


@pytest.mark.parametrize("header", ["X-API-Key", "Authorization"])
def test_a_key_in_the_headers_of_a_call_gets_no_cookie_and_teaches_none(
    connect: Connect, wire: WireServer, header: str
) -> None:
    wire.say(CHAT, headers=set_cookie("alice")).say(CHAT, headers=set_cookie("bob")).say(CHAT)
    client = connect("ia_alice", base_url=wire.url)
    client.chat("1")
    client.request(ia.Call(ia.Operation("ask", "POST", "/chat"), headers={header: "ia_bob"}, body={"message": "2"}))
    client.chat("3")
    assert [cookie for _, cookie in list_sent(wire)] == [None, None, "infinity_anon_user=alice"]


class _Auth(httpx.Auth):
    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        request.headers["X-API-Key"] = "ia_bob"
        yield request


LENT: Dict[str, Dict[str, Any]] = {
    "headers": {"headers": {"x-api-key": "ia_bob"}},
    "bearer": {"headers": {"Authorization": "Bearer ia_bob"}},
    "auth": {"auth": _Auth()},
}


@pytest.mark.parametrize("key", ["ia_alice", None])
@pytest.mark.parametrize("way", LENT)
def test_a_lent_client_that_adds_a_key_of_its_own_gets_no_cookie_of_another(
    connect: Connect, portal: Optional[BlockingPortal], wire: WireServer, way: str, key: Optional[str]
) -> None:
    wire.say(CHAT, headers=set_cookie("learned")).say(CHAT)
    http_client: Any = (httpx.Client if portal is None else httpx.AsyncClient)(**LENT[way])
    client = connect(key, base_url=wire.url, http_client=http_client)
    client.chat("1")
    client.chat("2")
    http_client.close() if portal is None else portal.call(http_client.aclose)
    keys_are_replaced = way == "headers" and key is not None
    assert ("learned" in str(list_sent(wire)[1][1])) == keys_are_replaced, (
        "the client's own headers give way to the key"
    )
