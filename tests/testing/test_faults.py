"""What goes wrong on purpose, and the short texts for it."""

from __future__ import annotations

import json

import pytest

from infinity_assistant.testing import Emulator, EmulatorError, Fault
from infinity_assistant.testing._faults.fault_text import format_fault, parse_fault
from infinity_assistant.testing._faults.faults import KINDS

HELLO = {"message": "Hello"}
LATER = "An unexpected error occurred. Please try again later."
SHORTER = "The request took too long to process. Please try again with a shorter query."
CANCELLED = "The request was cancelled during agent execution."


def statuses(call, count, path="/chat"):
    """Call so many times, and give the statuses."""
    return [call("POST", path, HELLO).status for _ in range(count)]


def test_an_operation_fails_as_often_as_asked_and_then_works(call, emulator):
    emulator.fail("chat", times=2, status=503)
    assert statuses(call, 3) == [503, 503, 200]
    assert emulator.faults == []


def test_a_fault_hits_its_operation_alone(call, emulator):
    emulator.fail("chat", status=500, times=None)
    assert call("GET", "/health").status == 200
    assert statuses(call, 2) == [500, 500]
    emulator.clear_faults("chat_stream")
    assert statuses(call, 1) == [500]
    emulator.clear_faults("chat")
    assert statuses(call, 1) == [200]


def test_a_prevented_operation_changes_nothing(call, emulator):
    emulator.fail("chat")
    call("POST", "/chat", HELLO)
    assert emulator.conversations == {}


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/chat", 500, {"success": False, "error": {"code": "INTERNAL_ERROR", "message": LATER}}),
        ("/chat/stream", 500, {"error": "Internal server error", "message": LATER}),
        ("/chat", 499, {"error": "Request cancelled", "message": CANCELLED}),
        ("/chat", 504, {"error": "Request timeout", "message": SHORTER}),
        ("/memory", 500, {"error": "Failed to store memory"}),
        ("/api-keys", 401, {"error": "Authentication required"}),
        ("/search", 418, {"error": "Request failed"}),
    ],
)
def test_a_failure_has_the_shape_that_the_operation_has_for_it(call, emulator, path, status, body):
    emulator.fail(status=status)
    assert call.json("POST", path, HELLO, status) == body


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_proxy_responds_in_html(call, emulator, status):
    emulator.fail("research", status=status)
    response = call("POST", "/research", {"topic": "x"})
    assert response.status == status and response.header("content-type") == "text/html; charset=utf-8"


def test_the_response_of_a_failure_can_be_given(call, emulator):
    emulator.fail("chat", status=429, retry_after=30, body={"error": "slow down"})
    response = emulator.handle(request("/api/chat"))
    assert (response.header("retry-after"), json.loads(response.body)) == ("30", {"error": "slow down"})
    emulator.fail("chat", status=429)
    assert call.json("POST", "/chat", HELLO, 429)["error"] == "Rate limit exceeded"
    emulator.fail("chat", status=502, body="Bad gateway at the edge")
    assert b"<title>Bad gateway at the edge</title>" in call("POST", "/chat", HELLO).body


def test_a_stream_is_cut_after_so_many_events(call, emulator):
    emulator.cut_stream(after=3)
    cut = emulator.handle(request("/api/chat/stream"))
    assert (cut.body.count(b"\n\n"), cut.ending) == (3, "cut")
    assert emulator.handle(request("/api/chat/stream")).ending == "complete"


def test_a_stream_is_cut_at_a_byte(emulator):
    emulator.add_fault(Fault("cut", "chat_stream", after_bytes=20))
    assert len(emulator.handle(request("/api/chat/stream")).body) == 20


def test_a_short_response_is_cut_in_the_middle(emulator):
    emulator.add_fault("chat:cut@3")
    cut = emulator.handle(request("/api/chat"))
    assert cut.ending == "cut" and b'"response"' in cut.body and not cut.body.endswith(b"}")


def test_a_connection_breaks_before_or_after_the_request_took_effect(emulator):
    emulator.reset("chat")
    assert emulator.handle(request("/api/chat")).ending == "silent" and emulator.conversations == {}
    emulator.reset("chat", applied=True)
    assert emulator.handle(request("/api/chat")).ending == "silent" and len(emulator.conversations) == 1
    emulator.add_fault(Fault("reset", "chat_stream", after=2, applied=True))
    broken = emulator.handle(request("/api/chat/stream"))
    assert (broken.ending, broken.body.count(b"\n\n")) == ("reset", 2)


def test_a_response_comes_late_or_byte_by_byte(emulator):
    emulator.delay(30, "chat", times=1)
    assert emulator.handle(request("/api/chat")).delay == 30
    emulator.add_fault("chat:trickle@0.5")
    chunks = emulator.handle(request("/api/chat")).chunks
    assert {(delay, len(data)) for delay, data in chunks} == {(0.5, 1)}


def test_a_late_failure_is_late_and_a_failure(emulator):
    emulator.delay(2)
    emulator.fail("chat")
    response = emulator.handle(request("/api/chat"))
    assert (response.status, response.delay) == (503, 2)


def test_what_a_network_in_between_makes_of_a_response(emulator):
    for kind in ("html", "malformed", "content-type"):
        emulator.add_fault(f"chat:{kind}:x1")
    emulator.clear_faults()
    for kind, check in (
        ("html", lambda response: response.body.startswith(b"<!DOCTYPE html>")),
        ("malformed", lambda response: response.body.startswith(b'{"response"') and not response.body.endswith(b"}")),
        ("content-type", lambda response: response.header("content-type") == "application/octet-stream"),
    ):
        emulator.add_fault(f"chat:{kind}:x1")
        response = emulator.handle(request("/api/chat"))
        assert response.status == 200 and check(response)


def test_chances_fall_the_same_way_with_the_same_seed():
    def run(seed):
        with Emulator(seed=seed) as emulator:
            emulator.add_fault("health:503:0.5")
            return [emulator.handle(request("/api/health", "GET")).status for _ in range(40)]

    assert run(1) == run(1) != run(2)
    assert 5 < run(1).count(503) < 35


@pytest.mark.parametrize(
    "text",
    ["chat:503", "*:429@30:0.25", "chat_stream:cut@3:x2", "health:delay@1.5", "chat:reset:0.1:x3", "research:html"],
)
def test_a_fault_is_read_and_written(text):
    assert format_fault(parse_fault(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("chat", "it needs an operation and what happens to it"),
        ("chat:", "it needs an operation and what happens to it"),
        ("chatt:503", "no operation is called 'chatt'; there are: "),
        ("chat:999", "999 is no HTTP status"),
        ("chat:explode", "'explode' is neither a status nor one of delay, cut, reset"),
        ("chat:status", "'status' is neither a status nor one of"),
        ("chat:delay", "delay needs a number, as in delay@2"),
        ("chat:delay@-1", "delay needs a number"),
        ("chat:delay@nan", "delay needs a number"),
        ("chat:503:2", "'2' is neither a probability (0 to 1) nor a number of times (x2)"),
        ("chat:503:often", "'often' is neither"),
    ],
)
def test_a_fault_that_cannot_be_read_says_why(emulator, text, reason):
    with pytest.raises(EmulatorError, match="chat") as caught:
        emulator.add_fault(text)
    assert reason in str(caught.value)


def test_a_fault_of_an_unknown_operation_is_rejected(emulator):
    for arm in (lambda: emulator.fail("chatt"), lambda: emulator.delay(1, "chatt"), lambda: emulator.reset("chatt")):
        with pytest.raises(EmulatorError, match="no operation is called 'chatt'"):
            arm()


def test_every_kind_of_fault_leaves_a_response(emulator):
    for kind in KINDS:
        emulator.add_fault(Fault(kind, "chat_stream", times=1, seconds=0.1, after=1))
        assert emulator.handle(request("/api/chat/stream")).ending


def request(path, method="POST"):
    """Make a request that says hello."""
    from infinity_assistant.testing import Request

    return Request(method, path, body=json.dumps(HELLO).encode())
