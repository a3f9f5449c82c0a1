# SPDX-License-Identifier: MIT
"""Inspect and control a running emulator, below `/_emulator`; the service has nothing like it.

| request | what it does |
|---|---|
| `GET /_emulator` | profile, operations, webhook events, the key unless it was chosen, and counts |
| `GET /_emulator/requests?after=N` | the requests after number N with their responses, credentials masked |
| `GET /_emulator/conversations` | the conversations with their messages and facts |
| `GET /_emulator/knowledge?after=N` | what is known, after number N |
| `GET /_emulator/webhooks` | the webhooks, without their secrets |
| `GET /_emulator/deliveries?after=N` | the deliveries after number N |
| `POST /_emulator/deliveries` | `{"event", "data"}` delivers an event, `{"redeliver": N}` delivers again |
| `GET, POST, DELETE /_emulator/faults` | list, add (`{"fault": "chat:503:0.1"}`), remove (`?fault=`, `?operation=`) |
"""

from __future__ import annotations

import json
from typing import Any, Callable, Dict, List

from infinity_assistant.testing._faults.fault_text import format_fault
from infinity_assistant.testing._faults.faults import ANY
from infinity_assistant.testing._http.json_text import MalformedJSON, loads
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing._http.responses import build_empty, build_error, build_json
from infinity_assistant.testing._server.admin_views import serialize_delivery, serialize_request
from infinity_assistant.testing.emulator import API_KEY, Emulator
from infinity_assistant.testing.errors import EmulatorError

PREFIX = "/_emulator"


def respond(emulator: Emulator, request: Request) -> Response:
    """Respond to a request below the prefix, which has passed the gate."""
    handlers = _HANDLERS.get(request.path[len(PREFIX) :].rstrip("/"))
    if handlers is None:
        return build_error(404, f"There is nothing at {request.path}; see GET {PREFIX}")
    if request.method not in handlers:
        return build_empty(405, ("allow", ", ".join(handlers)))
    try:
        return handlers[request.method](emulator, request)
    except (EmulatorError, MalformedJSON) as error:
        return build_error(400, str(error))


def _show_summary(emulator: Emulator, request: Request) -> Response:
    counts = {
        "requests": len(emulator.requests),
        "conversations": len(emulator.conversations),
        "deliveries": len(emulator.deliveries),
        "knowledge": emulator.services.knowledge.count(),
    }
    below = [PREFIX + path for path in _HANDLERS]
    head = {"profile": emulator.services.profile.name, "operations": emulator.document.operations}
    events = emulator.document.raw["components"]["schemas"]["WebhookEvent"]["enum"]
    key = emulator.api_key if emulator.api_key == API_KEY else None
    return build_json({**head, "events": events, "key": key, "paths": below, "counts": counts})


def _show_requests(emulator: Emulator, request: Request) -> Response:
    after = _read_after(request)
    return build_json({"requests": [serialize_request(one) for one in emulator.requests if one.number > after]})


def _show_conversations(emulator: Emulator, request: Request) -> Response:
    shown = []
    for one in emulator.conversations.values():
        messages = [message._asdict() for message in one.messages]
        shown.append({**one._asdict(), "messages": messages})
    return build_json({"conversations": shown})


def _show_knowledge(emulator: Emulator, request: Request) -> Response:
    entries = emulator.services.knowledge.list_entries(_read_after(request))
    return build_json({"entries": [{"number": number, **entry._asdict()} for number, entry in entries]})


def _show_webhooks(emulator: Emulator, request: Request) -> Response:
    hidden = ("seq", "secret")
    rows = [dict(row) for row in emulator.services.outbox.list_webhooks()]
    shown = [{name: row[name] for name in row if name not in hidden} for row in rows]
    return build_json({"webhooks": [{**row, "events": json.loads(row["events"])} for row in shown]})


def _show_deliveries(emulator: Emulator, request: Request) -> Response:
    after = _read_after(request)
    return build_json({"deliveries": [serialize_delivery(one) for one in emulator.deliveries if one.id > after]})


def _add_deliveries(emulator: Emulator, request: Request) -> Response:
    body = _read_object(request)
    if "redeliver" in body:
        again = emulator.redeliver(body["redeliver"]) if isinstance(body["redeliver"], int) else None
        return build_error(404, "There is no such delivery") if again is None else build_json({"deliveries": [again]})
    if not isinstance(body.get("event"), str):
        return build_error(400, 'Send {"event": "chat.message", "data": …} or {"redeliver": 1}')
    return build_json({"deliveries": emulator.trigger(body["event"], body.get("data"))})


def _show_faults(emulator: Emulator, request: Request) -> Response:
    return build_json({"faults": [format_fault(fault) for fault in emulator.faults]})


def _add_fault(emulator: Emulator, request: Request) -> Response:
    fault = _read_object(request).get("fault")
    if not isinstance(fault, str):
        return build_error(400, 'Send {"fault": "chat:503:0.1"}')
    emulator.add_fault(fault)
    return _show_faults(emulator, request)


def _remove_faults(emulator: Emulator, request: Request) -> Response:
    fault = request.query_param("fault")
    if fault is None:
        emulator.clear_faults(request.query_param("operation") or ANY)
    elif not emulator.remove_fault(fault):
        return build_error(404, f"{fault} is not switched on")
    return _show_faults(emulator, request)


def _read_object(request: Request) -> Dict[str, Any]:
    body = loads(request.body)
    return body if isinstance(body, dict) else {}


def _read_after(request: Request) -> int:
    text = request.query_param("after") or "0"
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


Handler = Callable[[Emulator, Request], Response]
_HANDLERS: Dict[str, Dict[str, Handler]] = {
    "": {"GET": _show_summary},
    "/requests": {"GET": _show_requests},
    "/conversations": {"GET": _show_conversations},
    "/knowledge": {"GET": _show_knowledge},
    "/webhooks": {"GET": _show_webhooks},
    "/deliveries": {"GET": _show_deliveries, "POST": _add_deliveries},
    "/faults": {"GET": _show_faults, "POST": _add_fault, "DELETE": _remove_faults},
}
PATHS: List[str] = [PREFIX + path for path in _HANDLERS]
