"""Looking into a running emulator, and steering it; what a server adds to the API."""

from __future__ import annotations

import json
import re

import pytest

from infinity_assistant import InfinityAssistantClient
from infinity_assistant.testing import EmulatorServer, Request
from infinity_assistant.testing._server.admin import PATHS
from infinity_assistant.testing._server.gate import Gate
from infinity_assistant.testing._server.site import Site


@pytest.fixture
def admin(emulator):
    """Send a request to the site, and give status and JSON."""

    def send(method, path, body=None, **headers):
        target, _, query = path.partition("?")
        sent = b"" if body is None else json.dumps(body).encode()
        headers = {**({} if body is None else {"content-type": "application/json"}), **headers}
        response = Site(emulator).respond(Request(method, target, query, tuple(headers.items()), sent))
        return response.status, json.loads(response.body) if response.body else None

    return send


def test_the_summary_names_what_there_is(admin, call):
    call("POST", "/chat", {"message": "Hi"})
    status, summary = admin("GET", "/_emulator")
    assert status == 200 and summary["paths"] == PATHS and summary["profile"] == "default"
    assert summary["counts"]["requests"] == summary["counts"]["conversations"] == 1
    assert "chat" in summary["operations"] and "chat.message" in summary["events"]


def test_only_the_key_that_everybody_knows_is_shown(admin, emulator):
    assert admin("GET", "/_emulator")[1]["key"] == emulator.api_key
    emulator.api_key = "ia_chosen"
    assert admin("GET", "/_emulator")[1]["key"] is None


def test_requests_are_shown_from_a_number_on_without_credentials(admin, call, emulator):
    call("GET", "/health")
    call("POST", "/chat", {"message": "Hi"}, x_api_key=emulator.api_key)
    requests = admin("GET", "/_emulator/requests?after=1")[1]["requests"]
    assert [(one["operation"], one["status"], one["body"]) for one in requests] == [("chat", 200, '{"message": "Hi"}')]
    assert emulator.api_key not in json.dumps(requests)
    assert len(admin("GET", "/_emulator/requests?after=x")[1]["requests"]) == 2


def test_a_request_is_shown_with_its_response(admin, call, emulator):
    """What is shown once, keys and secrets, is not shown here; neither is the cookie of an anonymous caller."""
    made = call("POST", "/api-keys", {"name": "ci"}, x_api_key=emulator.api_key)
    call("POST", "/chat", {"message": "Hi"}, x_api_key="")
    created, chat = admin("GET", "/_emulator/requests")[1]["requests"]
    assert json.loads(created["response"]["body"])["apiKey"]["key"] == "***"
    assert json.loads(made.body)["apiKey"]["key"] not in json.dumps(created)
    assert chat["response"]["headers"]["set-cookie"] == "***" and chat["response"]["ending"] == "complete"
    assert created["seconds"] is None  # nobody sent it


def test_a_long_response_is_shown_from_its_beginning(admin, call, emulator):
    emulator.on_chat().reply("x" * 20_000)
    call("POST", "/chat", {"message": "Hi"})
    (one,) = admin("GET", "/_emulator/requests")[1]["requests"]
    body = one["response"]["body"]
    assert len(body) < 16_100 and re.search(r"x… \(\d{5} bytes\)$", body)


def test_a_server_tells_how_long_a_response_took(emulator):
    """From the request to the last byte, also where the caller does not wait for it."""
    with EmulatorServer(emulator) as server:
        emulator.delay(0.2, "health")
        with InfinityAssistantClient(emulator.api_key, base_url=server.url) as client:
            client.health()
        (request,) = emulator.requests
    assert request.duration.seconds >= 0.2


def test_the_knowledge_is_shown_from_a_number_on(admin, emulator):
    entries = admin("GET", "/_emulator/knowledge")[1]["entries"]
    assert len(entries) == emulator.services.knowledge.count()
    assert {"id", "number", "title", "content", "type", "domain"} <= set(entries[0])
    assert admin("GET", f"/_emulator/knowledge?after={entries[-2]['number']}")[1]["entries"] == entries[-1:]


def test_conversations_are_shown(admin, call):
    call("POST", "/chat", {"message": "Remember this: tea", "conversationId": "c"})
    (one,) = admin("GET", "/_emulator/conversations")[1]["conversations"]
    assert one["title"] == "Remember this: tea" and one["updated"].endswith("Z")
    assert one["facts"] == ["tea"] and one["messages"][0] == {"role": "user", "content": "Remember this: tea"}


def test_webhooks_are_shown_triggered_and_delivered_again(admin, call):
    made = call.json("POST", "/webhooks", {"url": "http://x/", "events": ["chat.message"]})["webhook"]
    status, shown = admin("GET", "/_emulator/webhooks")
    assert shown["webhooks"][0]["events"] == ["chat.message"] and made["secret"] not in json.dumps(shown)
    event = {"event": "chat.message", "data": {"n": 1}}
    assert admin("POST", "/_emulator/deliveries", event) == (200, {"deliveries": [1]})
    assert admin("POST", "/_emulator/deliveries", {"redeliver": 1}) == (200, {"deliveries": [2]})
    deliveries = admin("GET", "/_emulator/deliveries?after=1")[1]["deliveries"]
    assert [(one["id"], one["redelivery_of"], one["state"]) for one in deliveries] == [(2, 1, "recorded")]
    assert deliveries[0]["body"].endswith('"data":{"n":1}}')
    for body, status in (({"redeliver": 9}, 404), ({"redeliver": "x"}, 404), ({}, 400), ([], 400)):
        assert admin("POST", "/_emulator/deliveries", body)[0] == status


def test_faults_are_switched_on_and_off(admin, call):
    assert admin("POST", "/_emulator/faults", {"fault": "chat:503:x2"}) == (200, {"faults": ["chat:503:x2"]})
    assert call("POST", "/chat", {"message": "Hi"}).status == 503
    assert admin("GET", "/_emulator/faults") == (200, {"faults": ["chat:503:x1"]})
    assert admin("DELETE", "/_emulator/faults?operation=chat") == (200, {"faults": []})
    admin("POST", "/_emulator/faults", {"fault": "chat:503"})
    admin("POST", "/_emulator/faults", {"fault": "chat:delay@2:x1"})
    assert admin("DELETE", "/_emulator/faults?fault=chat:503") == (200, {"faults": ["chat:delay@2:x1"]})
    assert admin("DELETE", "/_emulator/faults?fault=chat:503")[0] == 404
    assert admin("DELETE", "/_emulator/faults") == (200, {"faults": []})
    assert admin("POST", "/_emulator/faults", {"fault": "chat:no"})[0] == 400
    assert admin("POST", "/_emulator/faults", {})[0] == 400
    status, body = admin("POST", "/_emulator/faults")
    assert status == 400 and body["error"] == "Unexpected end of JSON input"


def test_other_paths_and_methods_are_rejected(admin):
    assert admin("GET", "/_emulator/nothing")[0] == 404
    assert admin("POST", "/_emulator/requests")[0] == 405
    assert admin("GET", "/_emulator/")[0] == 200


def test_a_page_of_another_site_may_not_look_or_steer(admin):
    assert admin("GET", "/_emulator", origin="http://evil.example", host="127.0.0.1:8080")[0] == 403
    assert admin("GET", "/_emulator", origin="http://127.0.0.1:8080", host="127.0.0.1:8080")[0] == 200


def test_looking_is_no_request_of_the_api(admin, emulator):
    admin("GET", "/_emulator")
    assert emulator.requests == []


def test_a_page_of_an_origin_that_is_allowed_may_use_the_api(emulator):
    origin = ("origin", "http://localhost:3000")
    site = Site(emulator, Gate(origins=frozenset({origin[1]})))
    asked = ("access-control-request-method", "POST"), ("access-control-request-headers", "content-type,x-api-key")
    allowed = site.respond(Request("OPTIONS", "/api/chat", headers=(origin, *asked)))
    assert allowed.status == 204
    assert allowed.header("access-control-allow-origin") == "http://localhost:3000"
    assert allowed.header("access-control-allow-headers") == "content-type,x-api-key"
    response = site.respond(Request("GET", "/api/health", headers=(origin,)))
    assert response.header("access-control-allow-credentials") == "true"
    assert Site(emulator).respond(Request("GET", "/api/health")).header("access-control-allow-origin") is None
