# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/admin.py: edit that file, then run `make generate`.
"""Look into a running emulator and steer it, below `/_emulator`; the service has nothing of the kind.

| request | what it does |
|---|---|
| `GET /_emulator` | profile, operations, webhook events, the key unless it was chosen, and counts |
| `GET /_emulator/requests?after=N` | the requests after number N, credentials masked |
| `GET /_emulator/conversations` | the conversations with their messages and facts |
| `GET /_emulator/webhooks` | the webhooks, without their secrets |
| `GET /_emulator/deliveries?after=N` | the deliveries after number N |
| `POST /_emulator/deliveries` | `{"event", "data"}` delivers an event, `{"redeliver": N}` delivers again |
| `GET, POST, DELETE /_emulator/faults` | list, add (`{"fault": "chat:503:0.1"}`), remove (`?fault=`, `?operation=`) |
"""

from __future__ import annotations

import json
from typing import Any, Callable, Dict, List

from infinity_assistant.testing._api.records import RecordedRequest
from infinity_assistant.testing._faults.fault_text import show_fault
from infinity_assistant.testing._faults.faults import ANY
from infinity_assistant.testing._http.json_text import Malformed, loads
from infinity_assistant.testing._http.messages import Answer, Request
from infinity_assistant.testing._http.responses import empty, plain, success
from infinity_assistant.testing._state.clock import iso
from infinity_assistant.testing._webhooks.outbox import Delivery
from infinity_assistant.testing.emulator import API_KEY, Emulator
from infinity_assistant.testing.errors import EmulatorError

PREFIX = "/_emulator"
_SHOWN = 4000


def answer(emulator: Emulator, request: Request) -> Answer:
    """Answer a request below the prefix. A page of another site may not send any."""
    origin = request.header("origin")
    if origin is not None and origin.partition("://")[2] != request.header("host"):
        return plain(403, "Requests from other sites are refused here")
    handlers = _HANDLERS.get(request.path[len(PREFIX) :].rstrip("/"))
    if handlers is None:
        return plain(404, f"There is nothing at {request.path}; see GET {PREFIX}")
    if request.method not in handlers:
        return empty(405, ("allow", ", ".join(handlers)))
    try:
        return handlers[request.method](emulator, request)
    except (EmulatorError, Malformed) as error:
        return plain(400, str(error))


def _summary(emulator: Emulator, request: Request) -> Answer:
    counts = {
        "requests": len(emulator.requests),
        "conversations": len(emulator.conversations),
        "deliveries": len(emulator.deliveries),
        "knowledge": emulator.parts.knowledge.count(),
    }
    below = [PREFIX + path for path in _HANDLERS]
    head = {"profile": emulator.parts.profile.name, "operations": emulator.document.operations}
    events = emulator.document.raw["components"]["schemas"]["WebhookEvent"]["enum"]
    key = emulator.api_key if emulator.api_key == API_KEY else None
    return success({**head, "events": events, "key": key, "paths": below, "counts": counts})


def _requests(emulator: Emulator, request: Request) -> Answer:
    after = _after(request)
    return success({"requests": [_request(one) for one in emulator.requests if one.number > after]})


def _conversations(emulator: Emulator, request: Request) -> Answer:
    shown = []
    for one in emulator.conversations.values():
        messages = [message._asdict() for message in one.messages]
        shown.append({**one._asdict(), "messages": messages})
    return success({"conversations": shown})


def _webhooks(emulator: Emulator, request: Request) -> Answer:
    hidden = ("seq", "secret")
    rows = [dict(row) for row in emulator.parts.outbox.webhooks()]
    shown = [{name: row[name] for name in row if name not in hidden} for row in rows]
    return success({"webhooks": [{**row, "events": json.loads(row["events"])} for row in shown]})


def _deliveries(emulator: Emulator, request: Request) -> Answer:
    after = _after(request)
    return success({"deliveries": [_delivery(one) for one in emulator.deliveries if one.id > after]})


def _deliver(emulator: Emulator, request: Request) -> Answer:
    body = _object(request)
    if "redeliver" in body:
        again = emulator.redeliver(body["redeliver"]) if isinstance(body["redeliver"], int) else None
        return plain(404, "There is no such delivery") if again is None else success({"deliveries": [again]})
    if not isinstance(body.get("event"), str):
        return plain(400, 'Send {"event": "chat.message", "data": …} or {"redeliver": 1}')
    return success({"deliveries": emulator.trigger(body["event"], body.get("data"))})


def _faults(emulator: Emulator, request: Request) -> Answer:
    return success({"faults": [show_fault(fault) for fault in emulator.faults]})


def _add_fault(emulator: Emulator, request: Request) -> Answer:
    fault = _object(request).get("fault")
    if not isinstance(fault, str):
        return plain(400, 'Send {"fault": "chat:503:0.1"}')
    emulator.add_fault(fault)
    return _faults(emulator, request)


def _remove_faults(emulator: Emulator, request: Request) -> Answer:
    fault = request.param("fault")
    if fault is None:
        emulator.clear_faults(request.param("operation") or ANY)
    elif not emulator.remove_fault(fault):
        return plain(404, f"{fault} is not switched on")
    return _faults(emulator, request)


def _request(one: RecordedRequest) -> Dict[str, Any]:
    body = one.body.decode("utf-8", "replace")[:_SHOWN]
    return {
        "number": one.number,
        "time": one.moment,
        "method": one.method,
        "path": one.path,
        "query": one.request.query,
        "headers": one.request.safe_headers(),
        "body": body,
        "operation": one.operation,
        "status": one.status,
    }


def _delivery(one: Delivery) -> Dict[str, Any]:
    shown = {**one._asdict(), "created": iso(one.created), "body": one.body.decode("utf-8", "replace")}
    return {name: value for name, value in shown.items() if value is not None}


def _object(request: Request) -> Dict[str, Any]:
    body = loads(request.body)
    return body if isinstance(body, dict) else {}


def _after(request: Request) -> int:
    text = request.param("after") or "0"
    return int(text) if text.isdigit() else 0


Handler = Callable[[Emulator, Request], Answer]
_HANDLERS: Dict[str, Dict[str, Handler]] = {
    "": {"GET": _summary},
    "/requests": {"GET": _requests},
    "/conversations": {"GET": _conversations},
    "/webhooks": {"GET": _webhooks},
    "/deliveries": {"GET": _deliveries, "POST": _deliver},
    "/faults": {"GET": _faults, "POST": _add_fault, "DELETE": _remove_faults},
}
PATHS: List[str] = [PREFIX + path for path in _HANDLERS]
