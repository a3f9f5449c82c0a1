"""A cassette holds what a service said, says it again, and nothing else."""

from __future__ import annotations

import gzip
import json
import re
import time
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List

import anyio
import pytest

import infinity_assistant as ia
from infinity_assistant import api
from infinity_assistant.testing import CassetteMissError, Emulator, EmulatorError, record
from infinity_assistant.testing._cassette.bodies import (
    build_body,
    build_events,
    decompress,
    describe_body,
    describe_events,
    describe_query,
)

Change = Callable[[Dict[str, Any]], Any]
KEY = "ia_" + "CANARY".ljust(43, "0")


@pytest.fixture
def service() -> Iterator[Emulator]:
    """What stands for the real service."""
    with Emulator(frozen=True) as service:
        service.on_chat(matches="weather").reply_stream(["It ", "rains."])
        yield service


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "weather.json"


def record_calls(service: Emulator, path: Path, use: Callable[[Any], Any], **options: Any) -> Any:
    """Use a client while it is recorded, and give what was written."""
    with service.client(retry_delay=0) as client, record(client, path, **options):
        use(client)
    return json.loads(path.read_text(encoding="utf-8"))


def ask(client: Any) -> Any:
    return client.chat("How is the weather?").response


def test_a_cassette_plays_what_was_recorded_and_reaches_no_service(service: Emulator, path: Path) -> None:
    record_calls(service, path, lambda client: (ask(client), client.chat_stream("The weather?").collect()))
    asked = len(service.requests)
    with Emulator.load(path) as played, played.client() as client:
        assert played.left == ["chat", "chat_stream"]
        assert ask(client) == "It rains."
        events = list(client.chat_stream("The weather?"))
        assert "".join(event.content for event in events if event.type == "text") == "It rains."
        assert (played.left, len(service.requests)) == ([], asked)


def test_a_cassette_of_a_sync_client_plays_for_an_async_one_and_back(service: Emulator, path: Path) -> None:
    async def in_async() -> List[str]:
        async with service.async_client() as client:
            with record(client, path):
                stream = client.chat_stream("The weather?")
                return [(await client.chat("How is the weather?")).response, (await stream.collect()).text]

    assert anyio.run(in_async) == ["It rains.", "It rains."]
    with Emulator.load(path) as played, played.client() as client:
        assert [ask(client), client.chat_stream("The weather?").collect().text] == ["It rains.", "It rains."]


def test_a_stream_is_recorded_with_the_times_of_its_events(path: Path) -> None:
    with Emulator(pace=0.02) as service:
        service.on_chat().reply_stream(["a", "b"])
        written = record_calls(service, path, lambda client: client.chat_stream("Hi").collect())
    (exchange,) = written["exchanges"]
    chunks = [event for event in exchange["response"]["events"] if event["event"] == "chunk"]
    assert all(event["after"] >= 0.015 for event in chunks) and len(chunks) == 2
    with Emulator.load(path, in_real_time=True) as played, played.client() as client:
        started = time.monotonic()
        assert client.chat_stream("Hi").collect().text == "ab"
        assert time.monotonic() - started >= 0.03


def test_a_cut_stream_is_cut_again(service: Emulator, path: Path) -> None:
    def use(client: Any) -> None:
        with pytest.raises(ia.InfinityAssistantStreamInterruptedError) as caught:
            client.chat_stream("The weather?").collect()
        assert caught.value.partial_text == "It "

    service.cut_stream(after=2)
    assert record_calls(service, path, use)["exchanges"][0]["response"]["ending"] == "cut"
    with Emulator.load(path) as played, played.client() as client:
        use(client)


def test_a_failure_and_its_retry_are_two_exchanges(service: Emulator, path: Path) -> None:
    service.fail("health", status=503)
    written = record_calls(service, path, lambda client: client.health())
    assert [one["response"]["status"] for one in written["exchanges"]] == [503, 200]
    with Emulator.load(path) as played, played.client(retry_delay=0) as client:
        assert [one.outcome for one in client.request(api.health()).attempts] == ["503", "200"]


def test_a_connection_that_broke_breaks_again(service: Emulator, path: Path) -> None:
    def use(client: Any) -> None:
        with pytest.raises(ia.InfinityAssistantNetworkError):
            client.chat("weather", max_retries=0)

    service.reset("chat")
    record_calls(service, path, use)
    with Emulator.load(path) as played, played.client() as client:
        use(client)


def test_what_was_not_recorded_is_refused_loudly(service: Emulator, path: Path) -> None:
    record_calls(service, path, ask)
    with Emulator.load(path) as played, played.client() as client:
        with pytest.raises(CassetteMissError, match="another body.message"):
            client.chat("Something else")
        with pytest.raises(CassetteMissError, match="health .* was not recorded: chat left"):
            client.health()
        ask(client)
        with pytest.raises(CassetteMissError, match="recorded 1 times"):
            ask(client)
        assert "Something else" not in str(played.left)


def test_keys_and_secrets_are_in_no_cassette(service: Emulator, path: Path) -> None:
    service.add_key(KEY)

    def use(client: Any) -> List[str]:
        client = client.with_options(api_key=KEY)
        created = client.create_webhook("https://example.org/hook", ["chat.message"])
        client.chat(f"My key is {KEY}")
        return [client.create_api_key("mine").api_key.key, created.webhook.secret]

    shown: List[str] = [KEY, service.api_key]
    record_calls(service, path, lambda client: shown.extend(use(client)))
    text = path.read_text(encoding="utf-8")
    assert [secret for secret in shown if secret in text] == []
    assert "***" in text


def test_words_are_masked_if_asked_and_still_play(service: Emulator, path: Path) -> None:
    def use(client: Any) -> None:
        client.chat("How is the weather?", conversation_id="conv_1", mode="assist")
        client.chat_stream("The weather?").collect()
        client.search_knowledge("weather in Wien")

    written = record_calls(service, path, use, mask_text=True)
    text = path.read_text(encoding="utf-8")
    assert not re.search("weather|rains|Wien", text)
    body = written["exchanges"][0]["request"]["body"]
    assert body == {"message": "***", "conversationId": "conv_1", "mode": "assist"}
    with Emulator.load(path) as played, played.client() as client:
        use(client)


def test_a_recording_can_be_read_and_compared_line_by_line(service: Emulator, path: Path) -> None:
    record_calls(service, path, ask)
    first = path.read_text(encoding="utf-8")
    assert '"message": "How is the weather?"\n' in first and "user-agent" not in first.lower()
    assert max(map(len, first.splitlines())) < 120
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


CHANGES: Dict[str, Change] = {
    "the API has no POST /talk": lambda one: one["request"].update(path="/talk"),
    "request.message is required": lambda one: one["request"]["body"].pop("message"),
    "request.probeTone is not in the API description": lambda one: one["request"]["body"].update(probeTone="kind"),
    "request.mode is none of search": lambda one: one["request"]["body"].update(mode="probe_plan"),
    "request.message is not of type string": lambda one: one["request"]["body"].update(message=5),
    "response.response is required": lambda one: one["response"]["body"].pop("response"),
    "response.response is not of type string": lambda one: one["response"]["body"].update(response=None),
    "the operation has no parameter q": lambda one: one["request"].update(query={"q": "1"}),
    "the operation is called chat, not talk": lambda one: one.update(operation="talk"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_old_cassette_says_what_has_changed_in_the_api(service: Emulator, path: Path, change: str) -> None:
    written = record_calls(service, path, ask)
    CHANGES[change](written["exchanges"][0])
    path.write_text(json.dumps(written), encoding="utf-8")
    with pytest.raises(EmulatorError, match=rf"exchange 1 .*{re.escape(change)}.*Record it anew"):
        Emulator.load(path)


def test_an_old_stream_says_what_has_changed_in_its_events(service: Emulator, path: Path) -> None:
    written = record_calls(service, path, lambda client: client.chat_stream("weather").collect())
    for event in written["exchanges"][0]["response"]["events"]:
        event["data"] = {} if event["event"] == "done" else 5
    path.write_text(json.dumps(written), encoding="utf-8")
    with pytest.raises(EmulatorError, match="event .* is not of type object"):
        Emulator.load(path)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"cassette": 2}', '{"cassette": 1}', '{"cassette": 1, "exchanges": [{"request": {}}]}']
)
def test_a_file_that_is_no_cassette_is_refused(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EmulatorError, match="cassette"):
        Emulator.load(path)


def test_what_cannot_be_recorded_or_read_or_written_says_so(service: Emulator, path: Path) -> None:
    with pytest.raises(EmulatorError, match="record it first"):
        Emulator.load(path)
    with pytest.raises(EmulatorError, match="takes a client, not str"), record("client", path):
        pass
    with service.client() as client, record(client, path), pytest.raises(EmulatorError, match="already"):
        record(client, path).__enter__()
    with service.client() as client:
        with pytest.raises(EmulatorError, match="cannot be written"), record(client, path / "below.json"):
            pass
        assert client.health().status


@pytest.mark.parametrize("body", [b"", b'{"a":[1,null]}', b"plain text", b"\xff\x00", '"\u00e9"'.encode()])
def test_every_kind_of_body_is_described_and_built_again(body: bytes) -> None:
    described = describe_body(body)
    assert json.loads(json.dumps(described)) == described
    assert build_body(described) == body


def test_a_stream_in_any_dialect_is_described_and_built_again() -> None:
    rest = b"\n\r\ndata: [DONE]\n\n: ping\n\ndata:x\ndata:y\n\ndata: cu"
    pieces = [(0.1, b'event: chunk\r\ndata: {"a": 1}\r'), (0.4, rest)]
    events = describe_events(pieces)
    assert events[:2] == [{"after": 0.4, "event": "chunk", "data": {"a": 1}}, {"after": 0.0, "text": "[DONE]"}]
    assert events[-1]["text"] == "x\ny"
    again = describe_events([(0.0, b"".join(data for _, data in build_events(events, in_real_time=False)))])
    assert [{**event, "after": 0.0} for event in events] == again


def test_a_compressed_body_is_recorded_as_what_it_says() -> None:
    assert decompress(gzip.compress(b"said"), "gzip") == decompress(b"said", "") == b"said"
    assert describe_query("a=1&b=2&b=3&c=") == {"a": "1", "b": ["2", "3"], "c": ""}
