"""What is called in the documents of the gallery: what must arrive, what is responded, and what becomes of that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

MOMENT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
UUID = "0b5c1b3e-0000-4000-8000-000000000000"


class Example(NamedTuple):
    """A call: what is asked, what must arrive, what is responded, and what becomes of that."""

    document: str
    operation: str
    arguments: dict[str, Any]
    method: str
    target: str
    sent: Any = None
    sent_type: str = "application/json"
    status: int = 200
    content: Any = None
    content_type: str = "application/json"
    check: Callable[[Any], bool] = lambda value: value is None


def _kind(name: str) -> Callable[[Any], bool]:
    return lambda value: type(value).__name__ == name


EXAMPLES = [
    Example("shop", "add_animal", {"name": "Rex", "tags": [{"label": "dog"}]}, "POST", "/animal",
            {"name": "Rex", "tags": [{"label": "dog"}]}, content={"id": 1, "name": "Rex"},
            check=lambda v: v.id == 1 and _kind("Animal")(v)),
    Example("shop", "find_animals", {"tags": ["a", "b"], "paints": ["red", "blue"], "sold": True}, "GET",
            "/animal/find?tags=a&tags=b&paints=red,blue&sold=true", content=[{"id": 1, "name": "R"}],
            check=lambda v: v[0].name == "R"),
    Example("shop", "add_picture", {"id": 7, "body": b"\x89PNG"}, "POST", "/animal/7/picture", b"\x89PNG",
            "application/octet-stream", content={"any": "thing"}, check=lambda v: v == {"any": "thing"}),
    Example("shop", "remove_picture", {"id": 7}, "DELETE", "/animal/7/picture", status=204, content_type=""),
    Example("trains", "list_journeys", {"from_": UUID, "departure": MOMENT}, "GET",
            f"/journeys?from={UUID}&departure=2026-01-02T03%3A04%3A05.000Z",
            content={"data": [{"id": "j", "departure": "2026-01-02T03:04:05Z"}], "links": {"self": "x"}},
            content_type="application/json; charset=utf-8",
            check=lambda v: v.data[0].departure == MOMENT and v.links.self_ == "x"),
    Example("trains", "pay", {"id": "b1", "amount": 2.5, "source": {"kind": "bank", "number": "DE1"}}, "POST",
            "/bookings/b1/payment", {"amount": 2.5, "source": {"kind": "bank", "number": "DE1"}},
            content={"id": "p", "source": {"kind": "bank", "number": "DE1"}},
            check=lambda v: _kind("Account")(v.source)),
    Example("gallery", "get_hours", {"day": dt.date(2026, 1, 2)}, "GET", "/hours?day=2026-01-02",
            content=[{"date": "2026-01-02"}], check=lambda v: v[0].date == dt.date(2026, 1, 2)),
    Example("gallery", "are_there_hours", {}, "HEAD", "/hours", content=""),
    Example("gallery", "change_event", {"event_id": "e/1", "price": None}, "PATCH", "/events/e%2F1", {"price": None},
            "application/merge-patch+json", content={"name": "N"}, check=lambda v: v.name == "N"),
    Example("gallery", "get_code", {"id": "t"}, "GET", "/tickets/t/code", content=b"\x89PNG",
            content_type="image/png", check=lambda v: v == b"\x89PNG"),
    Example("patents", "list_data_sets", {}, "GET", "/", content={"apis": [{"apiKey": "k"}]},
            check=lambda v: v.apis[0].api_key == "k"),
    Example("patents", "perform_search", {"version": "v1", "dataset": "d", "criteria": "a b&c", "exact": False},
            "POST", "/d/v1/records", b"criteria=a+b%26c&exact=false", "application/x-www-form-urlencoded",
            content=[{"a": {"b": 1}}], check=lambda v: v == [{"a": {"b": 1}}]),
    Example("patents", "perform_search", {"version": "v1", "dataset": "d"}, "POST", "/d/v1/records",
            content=[], check=lambda v: v == []),
    Example("patents", "upload", {"file": ("a.txt", b"hello"), "tags": ["x", "y"]}, "POST", "/upload",
            {"file": ("a.txt", "hello"), "tags": ["x", "y"]}, "multipart/form-data", 201, "kept",
            "text/plain", check=lambda v: v == "kept"),
    Example("models", "close_", {}, "POST", "/close", content=True, check=lambda v: v is True),
    Example("items", "update_item", {"item_id": 3, "name": "n", "item_id_body": 4, "parent": {"name": "p"}}, "PUT",
            "/items/3", {"name": "n", "item_id": 4, "parent": {"name": "p"}}, content={"free": [1]},
            check=lambda v: v == {"free": [1]}),
    Example("items", "names", {}, "GET", "/names", content={"a": 1, "b": None},
            check=lambda v: v == {"a": 1, "b": None}),
    Example("legacy", "add_note", {}, "POST", "/notes", status=202, content_type=""),
    Example("legacy", "add_note", {"text": "t", "mood": "good"}, "POST", "/notes", {"text": "t", "mood": "good"},
            content={"id": None, "text": "t", "mood": None}, check=lambda v: v.text == "t" and v.mood is None),
    Example("legacy", "reactions", {}, "GET", "/reactions",
            content={"+1": 3, "-1": 1, "größe": 2, "_id": "a", "id": "b"},
            check=lambda v: (v.plus1, v.minus1, v.id, v.id2) == (3, 1, "b", "a")),
    Example("sensors", "query_readings", {"body": ["a", "b"]}, "QUERY", "/readings", ["a", "b"], content=[1.5],
            check=lambda v: v == [1.5]),
]  # fmt: skip


class Stream(NamedTuple):
    """A call that streams, what arrives, and the events that it brings: class, and an attribute."""

    arguments: dict[str, Any]
    content: str
    events: list[tuple[str, str, Any]]


STREAMS = {
    ("models", "create_completion"): Stream(
        {"stream": True, "prompt": ["a"], "timeout_": 5},
        'data: {"text":"Hel"}\n\ndata: {"text":"lo"}\n\ndata: [DONE]\n\n',
        [("PieceEvent", "text", "Hel"), ("PieceEvent", "text", "lo")],
    ),
    ("models", "create_run"): Stream(
        {},
        'event: run.progress\ndata: {"percent":50}\n\nevent: run.completed\ndata: {"id":"r"}\n\n',
        [("ProgressEvent", "percent", 50), ("CompletedEvent", "id", "r")],
    ),
    ("sensors", "watch"): Stream(
        {},
        'event: reading\ndata: {"value":1.5}\n\nevent: closing\ndata: {"reason":"night"}\n\n',
        [("ReadingEvent", "value", 1.5), ("ClosingEvent", "reason", "night")],
    ),
}
