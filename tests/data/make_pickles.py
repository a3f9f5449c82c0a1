"""Write the pickles of 1.0.0: `python -m tests.data.make_pickles` in a checkout of 1.0.0, with this and pickled.py.

They are not to be made anew with a later version: they show that what users have stored can still be read.
"""

from __future__ import annotations

import datetime as dt
import pickle
import typing
from typing import Any, Dict, Iterator, List, Tuple

import infinity_assistant as ia
from infinity_assistant import api, errors, events, models, sse, webhooks
from infinity_assistant.description import Difference
from infinity_assistant.headers import Headers
from infinity_assistant.model import Model
from infinity_assistant.options import Options
from tests.models.pickled import FOLDER, PROTOCOLS, Pickled, describe

VERSION = "1.0.0"
NEW = {"brandNew": {"a": [1, None, "\u00e9"]}}
"""A field that 1.0.0 does not know."""
MOMENT = "2026-11-25T10:26:07.585Z"
PLAIN: Dict[Any, Any] = {
    str: "text \u2028 \U0001f600",
    int: 7,
    float: 0.5,
    bool: True,
    dt.datetime: MOMENT,
    Any: {"any": [1, None]},
}
NAMES = {**vars(typing), **vars(models), **vars(events)}
Named = Tuple[str, Any]


def sample(kind: Any) -> Any:
    """A JSON value of a type."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Union:
        return sample(parts[0])
    if origin is typing.Literal:
        return parts[0]
    if origin is list:
        return [sample(parts[0])]
    if origin is dict:
        return {"key": {"deep": [1]}}
    return {**sample_object(kind, only_required=False), **NEW} if _is_model(kind) else PLAIN[kind]


def sample_object(model: Any, only_required: bool) -> Dict[str, Any]:
    """A JSON object with every field of a model, or with those that must be there."""
    types = typing.get_type_hints(model, NAMES)
    named = {key: name for key, name in model._keys.items() if name in model._required or not only_required}
    return {key: sample(types[name]) for key, name in named.items()}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


def make_models() -> Iterator[Named]:
    """Every model: full of nested and unknown fields, with what it needs, with nulls, and changed after it was read."""
    for kind in sorted((kind for kind in vars(models).values() if _is_model(kind)), key=lambda kind: kind.__name__):
        if kind is Model:
            continue
        name, full = kind.__name__, {**sample_object(kind, only_required=False), **NEW}
        yield f"{name}-full", kind.from_dict(full)
        yield f"{name}-least", kind.from_dict(sample_object(kind, only_required=True))
        optional = [key for key, field in kind._keys.items() if field not in kind._required]
        if optional:
            yield f"{name}-null", kind.from_dict({**full, optional[0]: None})
    yield from _make_and_change()


def _make_and_change() -> Iterator[Named]:
    yield "ChatPreferences-made", models.ChatPreferences(name="Ada", interests=["tea"])
    changed = models.ChatResponse.from_dict({**sample_object(models.ChatResponse, only_required=False), **NEW})
    changed.response = "changed"
    changed.rate_limit.remaining = 1
    yield "ChatResponse-changed", changed


def make_events() -> Iterator[Named]:
    """The events of a stream, in every class and as a whole stream gives them."""
    yield "text", events.TextEvent(type="text", content="Hel\u00e9lo")
    metadata = models.StreamMetadata.from_dict({**sample_object(models.StreamMetadata, only_required=False), **NEW})
    yield "metadata", events.MetadataEvent(metadata=metadata)
    yield "unknown-json", events.UnknownEvent(name="sparkle", data={"x": [1]})
    yield "unknown-text", events.UnknownEvent(name="odd", data="<b>")
    for kind in dict.fromkeys(events.PLAIN.values()):
        yield kind.__name__, kind.from_dict({**sample_object(kind, only_required=False), **NEW})
    yield "collected", events.CollectedAnswer("Hello.", "conv_1", metadata)
    yield "collected-bare", events.CollectedAnswer("Hello.")
    yield "sse", sse.Event(data="x", event="chunk")


ATTEMPTS = (ia.Attempt("503", 0.25, 0.5), ia.Attempt("ConnectError", 0.125))
EXTRA: Dict[str, Dict[str, Any]] = {
    "InfinityAssistantRateLimitError": {
        "limit": 50,
        "remaining": 0,
        "reset_at": dt.datetime(2026, 11, 26, tzinfo=dt.timezone.utc),
    },
    "InfinityAssistantRedirectError": {"location_origin": "https://example.org"},
    "InfinityAssistantNetworkError": {"request_sent": False},
    "InfinityAssistantTimeoutError": {"request_sent": True},
    "InfinityAssistantStreamTimeoutError": {"request_sent": True},
}


def make_errors() -> Iterator[Named]:
    """Every error: made with a message alone, and with all that a client knows of it."""
    for name in sorted(vars(errors)):
        kind = getattr(errors, name)
        if not (isinstance(kind, type) and issubclass(kind, ia.InfinityAssistantError)):
            continue
        status = {"status_code": 503} if issubclass(kind, ia.InfinityAssistantAPIError) else {}
        yield f"{name}-bare", kind("What happened.", **status)
        yield f"{name}-full", _fill(kind("What happened.", **status))
    yield "drift-warning", ia.InfinityAssistantDriftWarning("Drifted.", Difference(*_difference()))
    yield "drift-warning-bare", ia.InfinityAssistantDriftWarning("Drifted.")
    yield "event-too-long", sse.EventTooLong(5, [sse.Event(data="a")])


def _difference() -> List[Any]:
    return [f"{field} \u00e9" for field in Difference._fields]


def _fill(error: ia.InfinityAssistantError) -> ia.InfinityAssistantError:
    error.attempts, error.elapsed, error.retryable = ATTEMPTS, 0.875, True
    error.request_id, error.code = "req_1", "TOO_MANY"
    error.response = {"error": "Rate limit exceeded", "rateLimit": {"limit": 50, "reason": None}}
    if isinstance(error, ia.InfinityAssistantAPIError):
        error.retry_after, error.should_retry = 1.5, True
    if isinstance(error, ia.InfinityAssistantArgumentError):
        error.argument = "message"
    if isinstance(error, ia.InfinityAssistantStreamError):
        error.partial_text, error.conversation_id = "Hel\u00e9lo", "conv_1"
    for name, value in EXTRA.get(type(error).__name__, {}).items():
        setattr(error, name, value)
    return error


TIMEOUT = ia.Timeout(total=30.0, connect=None, first_event=10.0, idle=5.0, stream=600.0)


def make_clients() -> Iterator[Named]:
    """Clients of both kinds with and without options, a copy of one, and their options alone."""
    for kind in (ia.InfinityAssistantClient, ia.AsyncInfinityAssistantClient):
        name = kind.__name__
        yield f"{name}-plain", kind("ia_key", base_url="https://infinityassistant.io/api")
        configured = kind(
            "ia_key",
            base_url="https://example.org/api",
            timeout=TIMEOUT,
            max_retries=7,
            retry_delay=0.25,
            default_headers={"X-Team": "red", "x-more": "\u00e9".encode().hex()},
            max_answer_bytes=1000,
            max_event_bytes=100,
            drift_warnings=True,
        )
        yield f"{name}-configured", configured
        yield f"{name}-copy", configured.with_options(timeout=None, max_retries=0, headers={"x-team": "blue"})


def make_values() -> Iterator[Named]:
    """Options, timeouts, whole responses, attempts, calls of every operation, and webhook deliveries."""
    yield "Options-default", Options()
    yield (
        "Options-changed",
        Options().but(
            timeout=TIMEOUT, idempotency_key="once", extra_body={"x": [1]}, retry_unsafe=True, drift_warnings=True
        ),
    )
    yield "Timeout-default", ia.Timeout()
    yield "Timeout-given", TIMEOUT
    yield "Timeout-none", ia.Timeout(total=None)
    yield "Attempt", ATTEMPTS[0]
    raw = [(b"Content-Type", b"application/json"), (b"X-Request-Id", b"req_1"), (b"X-Two", b"a"), (b"X-Two", b"b")]
    parsed = models.ChatResponse.from_dict({**sample_object(models.ChatResponse, only_required=False), **NEW})
    yield "APIResponse", ia.APIResponse(parsed, 200, Headers(raw), "req_1", ATTEMPTS, 0.875)
    yield "APIResponse-of-text", ia.APIResponse("a,b\n1,2\n", 200, Headers([]), None, ATTEMPTS[:1], 0.5)
    payload = models.ChatMessagePayload.from_dict(sample_object(models.ChatMessagePayload, only_required=False))
    moment = dt.datetime(2026, 11, 25, 10, 26, 7, 585000, tzinfo=dt.timezone.utc)
    yield "WebhookDelivery", webhooks.WebhookDelivery("chat.message", moment, payload, "wh_1")
    yield "WebhookDelivery-unknown", webhooks.WebhookDelivery("brand.new", moment, {"x": [1]})


def make_calls() -> Iterator[Named]:
    """A call of every operation."""
    for name in api.OPERATIONS:
        yield name, getattr(api, name)(**ARGUMENTS.get(name, {}))
    yield (
        "chat-full",
        api.chat(
            message="hi \u00e9",
            conversation_id="c",
            mode="assist",
            preferences={"interests": ["tea"]},
            essence={"voice_tone": "playful"},
        ),
    )


ARGUMENTS: Dict[str, Dict[str, Any]] = {
    "get_conversation": {"conversation_id": "conv_1"},
    "chat": {"message": "hi"},
    "chat_stream": {"message": "hi"},
    "suggest_knowledge": {"q": "tea"},
    "search_knowledge": {"query": "tea"},
    "report_knowledge_gap": {"query": "tea"},
    "research": {"topic": "tea"},
    "retrieve_memory": {"conversation_id": "conv_1"},
    "store_memory": {"conversation_id": "conv_1", "content": "tea"},
    "delete_memory": {"conversation_id": "conv_1", "type": "fact"},
    "update_preferences": {"preferences": {"tea": {"with": ["milk"]}}},
    "create_api_key": {"name": "mine"},
    "delete_api_key": {"id": "k 1/2"},
    "create_webhook": {"url": "https://example.org/hook", "events": ["chat.message"]},
    "delete_webhook": {"id": "wh_1"},
    "send_feedback": {"message": "fine"},
}


def write(group: str, objects: Iterator[Named]) -> None:
    """Write one file: a line for each object, in order."""
    lines = []
    for name, value in objects:
        pickles = {str(protocol): pickle.dumps(value, protocol) for protocol in PROTOCOLS}
        lines.append(Pickled(group, name, pickles, describe(value)).write())
    (FOLDER / f"{group}.json").write_text("{\n" + ",\n".join(sorted(lines)) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Write all files."""
    if ia.__version__ != VERSION:
        raise SystemExit(f"these are the pickles of {VERSION}: make them with it, not with {ia.__version__}")
    FOLDER.mkdir(exist_ok=True)
    write("models", make_models())
    write("events", make_events())
    write("errors", make_errors())
    write("clients", make_clients())
    write("values", make_values())
    write("calls", make_calls())


if __name__ == "__main__":
    main()
