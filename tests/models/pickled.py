"""The pickles of 1.0.0: where they are, and what is compared of what they hold."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import pickle
from pathlib import Path
from typing import Any, Dict, Iterator, NamedTuple, Set, Tuple

import attrs

from infinity_assistant import InfinityAssistantError
from infinity_assistant.call import Call

FOLDER = Path(__file__).resolve().parent.parent / "data" / "pickles-1.0.0"
PROTOCOLS = (2, 4)

ERROR = (
    "message",
    "args",
    "code",
    "argument",
    "status_code",
    "response",
    "request_id",
    "attempts",
    "elapsed",
    "retryable",
    "retry_after",
    "should_retry",
    "limit",
    "remaining",
    "reset_at",
    "location_origin",
    "request_sent",
    "partial_text",
    "conversation_id",
)
ATTRIBUTES: Dict[str, Tuple[str, ...]] = {
    "APIResponse": ("parsed", "status_code", "headers", "request_id", "attempts", "elapsed"),
    "AsyncInfinityAssistantClient": ("options",),
    "Attempt": ("outcome", "seconds", "wait"),
    "EventTooLong": ("args", "limit", "events"),
    "InfinityAssistantClient": ("options",),
    "InfinityAssistantDriftWarning": ("args", "difference"),
    "Options": (
        "base_url",
        "timeout",
        "max_retries",
        "retry_delay",
        "headers",
        "retry_unsafe",
        "idempotency_key",
        "extra_body",
        "max_answer_bytes",
        "max_event_bytes",
        "drift_warnings",
    ),
    "Timeout": ("total", "connect", "first_event", "idle", "stream"),
}
"""What is compared of objects that are neither models nor errors, by the name of their class."""
RENAMED: Dict[str, str] = {}
"""Attributes of 1.0.0 that have another name now. The others must be there as they were."""
CLASSES: Dict[str, str] = {"CollectedResponse": "CollectedAnswer"}
"""Name of a class now -> its name in 1.0.0."""
UNKNOWN_FIELDS = "additional_properties"


class Pickled(NamedTuple):
    """One object of 1.0.0: its pickles by protocol, and what it was."""

    group: str
    name: str
    pickles: Dict[str, bytes]
    expected: Any

    def write(self) -> str:
        """One line of a file."""
        texts = {protocol: base64.b64encode(data).decode() for protocol, data in self.pickles.items()}
        value = {"expected": self.expected, "pickles": texts}
        return f"{json.dumps(self.name)}:{json.dumps(value, sort_keys=True, separators=(',', ':'))}"


def load() -> Iterator[Pickled]:
    """All pickles of 1.0.0."""
    for path in sorted(FOLDER.glob("*.json")):
        for name, line in json.loads(path.read_text(encoding="utf-8")).items():
            pickles = {protocol: base64.b64decode(text) for protocol, text in line["pickles"].items()}
            yield Pickled(path.stem, name, pickles, line["expected"])


def describe(value: Any) -> Any:
    """What is public of an object, as JSON."""
    if hasattr(value, "to_dict"):
        names = [field.name for field in attrs.fields(type(value)) if field.name != UNKNOWN_FIELDS]
        return _object(value, {"to_dict": value.to_dict(), **{name: _shallow(getattr(value, name)) for name in names}})
    if isinstance(value, InfinityAssistantError):
        return _object(value, {"str": str(value), **_attributes(value, ERROR)})
    if isinstance(value, Call):
        return _object(value, _call(value))
    names = ATTRIBUTES.get(type(value).__name__) or getattr(value, "_fields", None)
    return _plain(value) if names is None else _object(value, _attributes(value, names))


def describe_known(value: Any, expected: Any) -> Any:
    """The same, without what a later version has added."""
    return _select_known(describe(value), expected)


def _select_known(actual: Any, expected: Any) -> Any:
    if isinstance(actual, list) and isinstance(expected, list) and len(actual) == len(expected):
        return [_select_known(item, part) for item, part in zip(actual, expected)]
    if isinstance(actual, dict) and isinstance(expected, dict) and "class" in expected:
        return {name: _select_known(actual[name], part) for name, part in expected.items() if name in actual}
    return actual


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [describe(item) for item in value]
    if hasattr(value, "items"):
        return {key: describe(item) for key, item in value.items()}
    raise TypeError(f"nothing is known of {type(value)}")


def _call(call: Call[Any]) -> Dict[str, Any]:
    facts = {name: getattr(call.operation, name) for name in ("id", "method", "path", "idempotent", "deprecated")}
    body = call.content()
    return {**facts, "target": call.target(), "headers": dict(call.headers), "body": body and json.loads(body)}


def _attributes(value: Any, names: Tuple[str, ...]) -> Dict[str, Any]:
    now = {name: RENAMED.get(name, name) for name in names}
    return {name: describe(getattr(value, there)) for name, there in now.items() if hasattr(value, there)}


def _object(value: Any, attributes: Dict[str, Any]) -> Dict[str, Any]:
    name = type(value).__name__
    return {"class": CLASSES.get(name, name), **attributes}


def _shallow(value: Any) -> Any:
    """An attribute of a model: of models below it the class, as `to_dict` of the whole holds the rest."""
    if hasattr(value, "to_dict"):
        return f"<{type(value).__name__}>"
    return [_shallow(item) for item in value] if isinstance(value, list) else _plain(value)


class Loader(pickle.Unpickler):
    """Loads a pickle and notes the names of this package that it refers to."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.names: Set[Tuple[str, str]] = set()

    def find_class(self, module: str, name: str) -> Any:
        """Look up a name, as pickle does."""
        if module.split(".")[0] == "infinity_assistant":
            self.names.add((module, name))
        return super().find_class(module, name)
