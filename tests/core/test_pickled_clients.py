"""A client that was pickled never continues as somebody else, and its copies share what can be shared."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import infinity_assistant as ia
from tests.client.wire import CHAT, WireServer

CLIENTS = [ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient]


def again(client: Any) -> Any:
    return pickle.loads(pickle.dumps(client))


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INFINITY_ASSISTANT_API_KEY", raising=False)


def test_without_its_key_the_first_call_names_the_remedy(wire: WireServer) -> None:
    client = again(ia.InfinityAssistantClient("ia_alice", base_url=wire.say(CHAT).url))
    with pytest.raises(ia.InfinityAssistantMissingKeyError, match="INFINITY_ASSISTANT_API_KEY.*set_api_key") as caught:
        client.chat("hi")
    assert caught.value.applied is False
    assert wire.heard == []
    client.set_api_key("ia_alice")
    client.chat("hi")
    assert wire.heard[0].headers["x-api-key"] == "ia_alice"


def test_on_an_event_loop_and_in_streams_it_is_the_same(wire: WireServer) -> None:
    import anyio

    async def main() -> None:
        client = again(ia.AsyncInfinityAssistantClient("ia_alice", base_url=wire.say(CHAT).url))
        with pytest.raises(ia.InfinityAssistantMissingKeyError):
            await client.chat("hi")
        with pytest.raises(ia.InfinityAssistantMissingKeyError):
            await client.chat_stream("hi").collect()

    anyio.run(main)
    assert wire.heard == []


def test_a_pickle_of_a_pickle_remembers_that_there_was_a_key(wire: WireServer) -> None:
    client = again(again(ia.InfinityAssistantClient(lambda: "ia_alice", base_url=wire.url)))
    with pytest.raises(ia.InfinityAssistantMissingKeyError):
        client.health()


def test_the_key_of_the_environment_is_used(wire: WireServer, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pickle.dumps(ia.InfinityAssistantClient("ia_alice", base_url=wire.say(CHAT).url))
    monkeypatch.setenv("INFINITY_ASSISTANT_API_KEY", "ia_alice")
    pickle.loads(data).chat("hi")
    assert wire.heard[0].headers["x-api-key"] == "ia_alice"


def test_headers_that_hold_secrets_are_not_pickled(wire: WireServer) -> None:
    headers = {"X-Auth-Token": "canary", "X-Team": "red"}
    original = ia.InfinityAssistantClient(base_url=wire.say(CHAT).url, default_headers=headers)
    for pickled in (pickle.dumps(original), pickle.dumps(original.options)):
        assert b"canary" not in pickled
        assert b"red" in pickled
    with pytest.raises(ia.InfinityAssistantMissingKeyError, match=r"X-Auth-Token.*with_options"):
        again(original).chat("hi")
    again(original).with_options(headers={"X-Auth-Token": "new"}).chat("hi")
    assert wire.heard[0].headers["x-auth-token"] == "new"
    assert copy.copy(original.options) == original.options


def test_an_anonymous_client_is_another_user_where_it_is_unpickled(wire: WireServer) -> None:
    with ia.InfinityAssistantClient(base_url=wire.say(CHAT).url) as client:
        client.chat("1")
        copies = [again(client) for _ in range(3)]
        for one in copies:
            one.chat("2")
    first, *others = [heard.headers["cookie"] for heard in wire.heard]
    assert len(set(others)) == 1
    assert first not in others


@pytest.mark.parametrize("kind", CLIENTS)
def test_a_thousand_copies_have_one_pool_and_one_budget(kind: Any) -> None:
    data = pickle.dumps(kind(base_url="http://127.0.0.1:9/api"))
    copies = [pickle.loads(data) for _ in range(1000)]
    assert len({id(one.retry_budget) for one in copies}) == 1
    assert len({id(one._pipeline.exchange) for one in copies}) == 1


def test_closing_one_copy_leaves_the_others_open(wire: WireServer) -> None:
    data = pickle.dumps(ia.InfinityAssistantClient(base_url=wire.say(CHAT).url))
    one, other = pickle.loads(data), pickle.loads(data)
    one.chat("1")
    one.close()
    with pytest.raises(ia.InfinityAssistantClientClosedError):
        one.chat("2")
    other.chat("3")


def test_what_is_pickled_by_value_finds_what_the_process_shares(wire: WireServer) -> None:
    """Some frameworks ship the functions themselves: each copy then has globals of its own."""
    import types

    client = ia.InfinityAssistantClient(base_url=wire.say(CHAT).url)
    restore, arguments = client.__reduce__()[:2]
    shipped = [types.FunctionType(restore.__code__, dict(restore.__globals__)) for _ in range(2)]
    one, other = (function(*arguments) for function in shipped)
    assert one._pipeline is other._pipeline is again(client)._pipeline
