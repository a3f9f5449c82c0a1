"""Webhooks: registered, delivered with the service's signature, counted, logged, delivered again."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from infinity_assistant.testing import Emulator
from infinity_assistant.testing._webhooks.sender import send_delivery
from infinity_assistant.webhooks import sign

VECTORS = json.loads((Path(__file__).parent.parent / "data" / "webhook-vectors.json").read_text("utf-8"))


class Receiver(HTTPServer):
    """Receives deliveries and responses each with the status that is set."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received = []
        self.status = 204
        self.url = f"http://127.0.0.1:{self.server_port}/hook?a=1"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.received.append((self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_):
        """Keep quiet."""


@pytest.fixture
def receiver():
    """A server that receives deliveries."""
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def delivering(call):
    """A caller on an emulator that delivers for real."""
    with Emulator(frozen=True, deliver=True) as emulator:
        yield type(call)(emulator)


def register(call, url, *events):
    """Register a webhook."""
    return call.json("POST", "/webhooks", {"url": url, "events": list(events)})["webhook"]


def test_a_webhook_is_registered_listed_and_deleted(call):
    made = register(call, "http://127.0.0.1:1/hook", "chat.message", "chat.response")
    assert len(made["secret"]) == 43
    listed = call.json("GET", "/webhooks")["webhooks"]
    assert listed == [
        {
            "id": made["id"],
            "url": made["url"],
            "events": ["chat.message", "chat.response"],
            "isActive": True,
            "createdAt": made["createdAt"],
            "failureCount": 0,
        }
    ]
    assert call.json("DELETE", f"/webhooks?id={made['id']}") == {"success": True, "message": "Webhook deleted"}
    assert call.json("DELETE", f"/webhooks?id={made['id']}", status=404) == {"error": "Webhook not found"}
    assert call.json("DELETE", "/webhooks", status=400) == {"error": "Webhook ID is required"}


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"events": ["chat.message"]}, "Webhook URL is required"),
        ({"url": 5, "events": ["chat.message"]}, "Webhook URL is required"),
        ({"url": "no address", "events": ["chat.message"]}, "Invalid webhook URL"),
        ({"url": "http://x/"}, "At least one event type is required"),
        ({"url": "http://x/", "events": []}, "At least one event type is required"),
        ({"url": "http://x/", "events": ["chat.message", "a", 5]}, "Invalid event types: a, 5"),
    ],
)
def test_what_cannot_be_registered_is_rejected_in_the_words_of_the_service(call, body, error):
    assert call.json("POST", "/webhooks", body, 400) == {"error": error}


def test_in_process_deliveries_are_recorded_and_not_sent(call, receiver):
    register(call, receiver.url, "chat.message", "chat.response")
    call("POST", "/chat", {"message": "Hi", "conversationId": "c"})
    first, second = call.emulator.deliveries
    assert first.data == {"conversationId": "c", "message": "Hi"}
    assert (first.event, first.state) == ("chat.message", "recorded")
    assert second.event == "chat.response" and receiver.received == []


def test_everything_that_happens_is_delivered_to_webhooks_that_listen(call, emulator):
    register(call, "http://x/", "memory.stored", "user.preferences.updated", "knowledge.created")
    call("POST", "/chat", {"message": "Remember this: tea", "conversationId": "c"}, x_api_key=emulator.api_key)
    call("POST", "/memory", {"conversationId": "c", "content": "milk", "type": "gotcha"})
    call("POST", "/user/preferences", {"preferences": {"a": 1}}, x_api_key=emulator.api_key)
    call("POST", "/knowledge/gap", {"query": "my stream broke"})
    assert [delivery.event for delivery in emulator.deliveries] == [
        "memory.stored",
        "memory.stored",
        "user.preferences.updated",
        "knowledge.created",
    ]
    assert emulator.trigger("subscription.created", {"tier": "pro"}) == []


def test_a_delivery_is_signed_over_the_exact_bytes_of_its_data(delivering, receiver):
    made = register(delivering, receiver.url, "chat.message")
    delivering("POST", "/chat", {"message": "Héllo 世界 🚀 \u2028 </script>", "conversationId": "c"})
    assert delivering.emulator.wait_for_deliveries()
    path, headers, body = receiver.received[0]
    data = body.partition(b'"data":')[2][:-1]
    assert path == "/hook?a=1"
    assert headers["X-Infinity-Signature"] == sign(data, made["secret"])
    assert (headers["X-Infinity-Event"], headers["X-Infinity-Webhook-Id"]) == ("chat.message", made["id"])
    assert headers["Content-Type"] == "application/json"
    assert body.startswith(b'{"event":"chat.message","timestamp":"2026-01-01T00:00:00.000Z","data":{"conversationId"')
    assert "世界 🚀 \u2028 </script>".encode() in data


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_signature_is_that_of_the_worked_examples(vector):
    assert sign(vector["signed_text"], vector["secret"]) == vector["signature"]


def test_success_is_noted_and_sets_the_failures_back(delivering, receiver):
    register(delivering, receiver.url, "chat.message")
    for receiver.status in (500, 302, 200):
        delivering.emulator.trigger("chat.message", {})
        assert delivering.emulator.wait_for_deliveries()
    assert [(one.state, one.status) for one in delivering.emulator.deliveries] == [
        ("failed", 500),
        ("failed", 302),
        ("delivered", 200),
    ]
    listed = delivering.json("GET", "/webhooks")["webhooks"][0]
    assert listed["failureCount"] == 0 and listed["lastTriggered"] == "2026-01-01T00:00:00.000Z"


def test_the_fifth_failure_in_a_row_deactivates_a_webhook(delivering, receiver):
    register(delivering, receiver.url, "chat.message")
    receiver.status = 500
    for failures in range(1, 6):
        delivering.emulator.trigger("chat.message", {})
        assert delivering.emulator.wait_for_deliveries()
        listed = delivering.json("GET", "/webhooks")["webhooks"][0]
        assert (listed["failureCount"], listed["isActive"]) == (failures, failures < 5)
    assert delivering.emulator.trigger("chat.message", {}) == []
    assert len(receiver.received) == 5


def test_a_delivery_is_made_again_with_the_same_payload(delivering, receiver):
    made = register(delivering, receiver.url, "chat.message")
    (first,) = delivering.emulator.trigger("chat.message", {"n": 1e-7})
    second = delivering.emulator.redeliver(first)
    assert delivering.emulator.wait_for_deliveries()
    bodies = [body for _, _, body in receiver.received]
    assert bodies[0] == bodies[1]
    assert delivering.emulator.deliveries[1].redelivery_of == first == second - 1
    assert delivering.emulator.redeliver(99) is None
    delivering("DELETE", f"/webhooks?id={made['id']}")
    assert delivering.emulator.redeliver(first) is None


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/x", "http://127.0.0.1:1/x", "http://[bad/x", "http://127.0.0.1:99999/"]
)
def test_an_address_that_takes_nothing_is_a_failure_with_its_reason(call, url):
    call.emulator.services.outbox.register(url, ["chat.message"])
    call.emulator.trigger("chat.message", {})
    status, error = send_delivery(call.emulator.deliveries[0])
    assert status is None and error


def test_what_is_taken_back_is_not_delivered(delivering, receiver):
    register(delivering, receiver.url, "chat.message")
    emulator = delivering.emulator
    with pytest.raises(ZeroDivisionError), emulator.services.store.transaction():
        emulator.trigger("chat.message", {})
        raise ZeroDivisionError
    assert emulator.wait_for_deliveries()
    assert (emulator.deliveries, receiver.received) == ([], [])


def test_a_request_that_fails_delivers_nothing(delivering, receiver):
    register(delivering, receiver.url, "chat.message")
    delivering.emulator.fail("chat", status=500)
    delivering("POST", "/chat", {"message": "Hi"})
    assert delivering.emulator.deliveries == []
