"""Successful responses whose bodies make no sense, or nearly none."""

from __future__ import annotations

import gzip
import zlib
from typing import Any, Callable, Tuple

from ..case import Case, case, each
from ..responses import CHAT, HEALTH, SEARCH, chunk_response, dump, response
from ..steps import read, send

HTML = b"<!doctype html><title>502</title><h1>Bad Gateway</h1>"
ACCENTS = {**CHAT, "response": "H\u00e9llo \u2028 \U0001f600"}


def without(name: str) -> Any:
    """The response to a chat without one field."""
    return {key: value for key, value in CHAT.items() if key != name}


#: A chat that was carried out and paid for is handed over although a field beside the response is odd.
SIDE_FIELDS = {
    "rate-limit-a-list": response({**CHAT, "rateLimit": []}),
    "tokens-a-string": response({**CHAT, "metadata": {**CHAT["metadata"], "tokensUsed": "42"}}),
    "tokens-true": response({**CHAT, "metadata": {**CHAT["metadata"], "tokensUsed": True}}),
    "tokens-overflowing": response(dump(CHAT).replace(b"42", b"1e999")),
}
INVALID = {
    "empty": response(b""),
    "spaces": response(b"  \n "),
    "html": response(HTML, content_type="text/html"),
    "html-said-to-be-json": response(HTML),
    "list": response([]),
    "string": response("Hello."),
    "number": response(7),
    "null": response(None),
    "true": response(True),
    "empty-object": response({}),
    "cut-json": response(dump(CHAT)[:-3]),
    "two-documents": response(dump(CHAT) * 2),
    "trailing-comma": response(dump(CHAT)[:-1] + b",}"),
    "single-quotes": response(b"{'response': 'Hello.'}"),
    "event-stream": response(b'event: chunk\ndata: {"text":"Hello."}\n\n', content_type="text/event-stream"),
    "response-missing": response(without("response")),
    "response-null": response({**CHAT, "response": None}),
    "response-a-number": response({**CHAT, "response": 7}),
    "response-an-object": response({**CHAT, "response": {"text": "Hello."}}),
    "conversation-id-missing": response(without("conversationId")),
    "tokens-nan": response(dump(CHAT).replace(b"42", b"NaN")),
    "tokens-infinite": response(dump(CHAT).replace(b"42", b"-Infinity")),
    "tokens-of-5000-digits-and-a-letter": response(dump(CHAT).replace(b"42", b"9" * 5000 + b"x")),
    "nested-100000-deep": response(b"[" * 100_000 + b"]" * 100_000),
    "nested-100000-deep-in-a-field": response(dump(CHAT)[:-1] + b',"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "objects-nested-100000-deep": response(b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "brackets-without-end": response(b"[" * 100_000),
    "not-utf-8": response(dump(CHAT).replace(b"Hello.", b"H\xe9llo")),
    "nul-bytes": response(b"\x00" * 64),
    "gzip-broken": response(b"\x1f\x8b not gzip", headers={"Content-Encoding": "gzip"}),
    "gzip-that-is-not": response(CHAT, headers={"Content-Encoding": "gzip"}),
    "gzip-cut": response(gzip.compress(dump(CHAT))[:-20], headers={"Content-Encoding": "gzip"}),
    "gzip-wrong-sum": response(gzip.compress(dump(CHAT))[:-8] + b"\0" * 8, headers={"Content-Encoding": "gzip"}),
    "deflate-broken": response(b"\xff" * 40, headers={"Content-Encoding": "deflate"}),
    "deflate-that-was-not-asked-for": response(zlib.compress(dump(CHAT)), headers={"Content-Encoding": "deflate"}),
    "nan-in-an-unknown-field": response(dump(CHAT)[:-1] + b',"x":NaN}'),
    "unknown-encoding": response(b"\xff\x00" * 40, headers={"Content-Encoding": "x-secret-sauce"}),
}
FINE = {
    "unknown-field": response({**CHAT, "brandNew": {"a": [1]}}),
    "wrong-content-type": response(CHAT, content_type="text/plain"),
    "no-content-type": response(CHAT, content_type=""),
    "charset-latin-1-that-is-not": response(CHAT, content_type="application/json; charset=latin-1"),
    "charset-invalid": response(CHAT, content_type="application/json; charset=klingon"),
    "duplicate-keys": response(b'{"response":"Bye.",' + dump(CHAT)[1:]),
    "byte-order-mark": response(b"\xef\xbb\xbf" + dump(CHAT)),
    "gzip": response(gzip.compress(dump(CHAT)), headers={"Content-Encoding": "gzip"}),
    "chunk-for-every-byte": chunk_response(*(bytes([byte]) for byte in dump(CHAT))),
    "optional-fields-null": response({**CHAT, "rateLimit": {**CHAT["rateLimit"], "reset_at": None, "reason": None}}),
    "optional-field-of-the-wrong-type": response({**CHAT, "rateLimit": {**CHAT["rateLimit"], "reset_at": 7}}),
    "conversation-id-a-number": response({**CHAT, "conversationId": 7}),
    "conversation-id-nested": response({**CHAT, "conversationId": {"x": [1]}}),
}


def check_kept(outcome: Any, _: Any) -> None:
    """The field that nobody foresaw can be read."""
    assert outcome.result["brandNew"] == {"a": [1]}


def healthy_enough(outcome: Any, _: Any) -> None:
    """The status that nobody foresaw is handed over as it came."""
    assert outcome.result["status"] == outcome.result.status == "radiant"


def fine(name: str, data: bytes, returns: str = "Hello.", check: Callable[[Any, Any], None] | None = None) -> Case:
    """A response that can be understood is understood."""
    return case(f"fine-{name}", "chat", [read, send(data)], returns=returns, check=check)


CASES: Tuple[Case, ...] = (
    *(
        case(f"invalid-{name}", "chat", [read, send(data)], raises="ResponseError", open=1)
        for name, data in INVALID.items()
    ),
    *each("204", "chat health search", [read, send(response(b"", 204, length=0))], raises="ResponseError", open=1),
    *each("205", "chat", [read, send(response(b"", 205))], raises="ResponseError", open=1),
    *each("202-empty", "chat", [read, send(response(b"", 202))], raises="ResponseError", open=1),
    *each("empty", "health search", [read, send(response(b""))], raises="ResponseError", open=1),
    *each("html", "health search", [read, send(response(HTML))], raises="ResponseError", open=1),
    *each("wrong-shape", "health search", [read, send(response(CHAT))], raises="ResponseError", open=1),
    *(fine(name, data) for name, data in FINE.items()),
    fine("unknown-field-is-kept", response({**CHAT, "brandNew": {"a": [1]}}), check=check_kept),
    fine("accents", response(ACCENTS), ACCENTS["response"]),
    fine(
        "accents-said-to-be-latin-1", response(ACCENTS, content_type="text/html; charset=latin-1"), ACCENTS["response"]
    ),
    fine(
        "accents-escaped",
        response(b'{"response":"\\u00e9\\ud83d\\ude00",' + dump(without("response"))[1:]),
        "\u00e9\U0001f600",
    ),
    fine("lone-surrogate", response(b'{"response":"a\\ud800b",' + dump(without("response"))[1:]), "a\ufffdb"),
    *(fine(f"side-field-{name}", data) for name, data in SIDE_FIELDS.items()),
    case(
        "fine-unknown-enum",
        "health",
        [read, send(response({**HEALTH, "status": "radiant"}))],
        returns="radiant",
        check=healthy_enough,
    ),
    case("fine-search", "search", [read, send(response(SEARCH))], returns="tea"),
)
