"""Successful answers whose bodies make no sense, or nearly none."""

from __future__ import annotations

import gzip
import zlib
from typing import Any, Callable, Tuple

from ..answers import CHAT, HEALTH, SEARCH, answer, chunked, dump
from ..case import Case, case, each
from ..steps import read, send

HTML = b"<!doctype html><title>502</title><h1>Bad Gateway</h1>"
ACCENTS = {**CHAT, "response": "H\u00e9llo \u2028 \U0001f600"}


def without(name: str) -> Any:
    """The answer to a chat without one field."""
    return {key: value for key, value in CHAT.items() if key != name}


#: A chat that was carried out and paid for is handed over although a field beside the response is odd.
SIDE_FIELDS = {
    "rate-limit-a-list": answer({**CHAT, "rateLimit": []}),
    "tokens-a-string": answer({**CHAT, "metadata": {**CHAT["metadata"], "tokensUsed": "42"}}),
    "tokens-true": answer({**CHAT, "metadata": {**CHAT["metadata"], "tokensUsed": True}}),
    "tokens-overflowing": answer(dump(CHAT).replace(b"42", b"1e999")),
}
NONSENSE = {
    "empty": answer(b""),
    "spaces": answer(b"  \n "),
    "html": answer(HTML, content_type="text/html"),
    "html-said-to-be-json": answer(HTML),
    "list": answer([]),
    "string": answer("Hello."),
    "number": answer(7),
    "null": answer(None),
    "true": answer(True),
    "empty-object": answer({}),
    "cut-json": answer(dump(CHAT)[:-3]),
    "two-documents": answer(dump(CHAT) * 2),
    "trailing-comma": answer(dump(CHAT)[:-1] + b",}"),
    "single-quotes": answer(b"{'response': 'Hello.'}"),
    "event-stream": answer(b'event: chunk\ndata: {"text":"Hello."}\n\n', content_type="text/event-stream"),
    "response-missing": answer(without("response")),
    "response-null": answer({**CHAT, "response": None}),
    "response-a-number": answer({**CHAT, "response": 7}),
    "response-an-object": answer({**CHAT, "response": {"text": "Hello."}}),
    "conversation-id-missing": answer(without("conversationId")),
    "tokens-nan": answer(dump(CHAT).replace(b"42", b"NaN")),
    "tokens-infinite": answer(dump(CHAT).replace(b"42", b"-Infinity")),
    "tokens-of-5000-digits-and-a-letter": answer(dump(CHAT).replace(b"42", b"9" * 5000 + b"x")),
    "nested-100000-deep": answer(b"[" * 100_000 + b"]" * 100_000),
    "nested-100000-deep-in-a-field": answer(dump(CHAT)[:-1] + b',"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "objects-nested-100000-deep": answer(b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "brackets-without-end": answer(b"[" * 100_000),
    "not-utf-8": answer(dump(CHAT).replace(b"Hello.", b"H\xe9llo")),
    "nul-bytes": answer(b"\x00" * 64),
    "gzip-broken": answer(b"\x1f\x8b not gzip", headers={"Content-Encoding": "gzip"}),
    "gzip-that-is-not": answer(CHAT, headers={"Content-Encoding": "gzip"}),
    "gzip-cut": answer(gzip.compress(dump(CHAT))[:-20], headers={"Content-Encoding": "gzip"}),
    "gzip-wrong-sum": answer(gzip.compress(dump(CHAT))[:-8] + b"\0" * 8, headers={"Content-Encoding": "gzip"}),
    "deflate-broken": answer(b"\xff" * 40, headers={"Content-Encoding": "deflate"}),
    "deflate-that-was-not-asked-for": answer(zlib.compress(dump(CHAT)), headers={"Content-Encoding": "deflate"}),
    "nan-in-an-unknown-field": answer(dump(CHAT)[:-1] + b',"x":NaN}'),
    "unknown-encoding": answer(b"\xff\x00" * 40, headers={"Content-Encoding": "x-secret-sauce"}),
}
FINE = {
    "unknown-field": answer({**CHAT, "brandNew": {"a": [1]}}),
    "wrong-content-type": answer(CHAT, content_type="text/plain"),
    "no-content-type": answer(CHAT, content_type=""),
    "charset-latin-1-that-is-not": answer(CHAT, content_type="application/json; charset=latin-1"),
    "charset-nonsense": answer(CHAT, content_type="application/json; charset=klingon"),
    "duplicate-keys": answer(b'{"response":"Bye.",' + dump(CHAT)[1:]),
    "byte-order-mark": answer(b"\xef\xbb\xbf" + dump(CHAT)),
    "gzip": answer(gzip.compress(dump(CHAT)), headers={"Content-Encoding": "gzip"}),
    "chunk-for-every-byte": chunked(*(bytes([byte]) for byte in dump(CHAT))),
    "optional-fields-null": answer({**CHAT, "rateLimit": {**CHAT["rateLimit"], "reset_at": None, "reason": None}}),
    "optional-field-of-the-wrong-type": answer({**CHAT, "rateLimit": {**CHAT["rateLimit"], "reset_at": 7}}),
    "conversation-id-a-number": answer({**CHAT, "conversationId": 7}),
    "conversation-id-nested": answer({**CHAT, "conversationId": {"x": [1]}}),
}


def kept(outcome: Any, _: Any) -> None:
    """The field that nobody foresaw can be read."""
    assert outcome.result["brandNew"] == {"a": [1]}


def healthy_enough(outcome: Any, _: Any) -> None:
    """The status that nobody foresaw is handed over as it came."""
    assert outcome.result["status"] == outcome.result.status == "radiant"


def fine(name: str, data: bytes, returns: str = "Hello.", check: Callable[[Any, Any], None] | None = None) -> Case:
    """An answer that can be understood is understood."""
    return case(f"fine-{name}", "chat", [read, send(data)], returns=returns, check=check)


CASES: Tuple[Case, ...] = (
    *(
        case(f"nonsense-{name}", "chat", [read, send(data)], raises="ResponseError", open=1)
        for name, data in NONSENSE.items()
    ),
    *each("204", "chat health search", [read, send(answer(b"", 204, length=0))], raises="ResponseError", open=1),
    *each("205", "chat", [read, send(answer(b"", 205))], raises="ResponseError", open=1),
    *each("202-empty", "chat", [read, send(answer(b"", 202))], raises="ResponseError", open=1),
    *each("empty", "health search", [read, send(answer(b""))], raises="ResponseError", open=1),
    *each("html", "health search", [read, send(answer(HTML))], raises="ResponseError", open=1),
    *each("wrong-shape", "health search", [read, send(answer(CHAT))], raises="ResponseError", open=1),
    *(fine(name, data) for name, data in FINE.items()),
    fine("unknown-field-is-kept", answer({**CHAT, "brandNew": {"a": [1]}}), check=kept),
    fine("accents", answer(ACCENTS), ACCENTS["response"]),
    fine("accents-said-to-be-latin-1", answer(ACCENTS, content_type="text/html; charset=latin-1"), ACCENTS["response"]),
    fine(
        "accents-escaped",
        answer(b'{"response":"\\u00e9\\ud83d\\ude00",' + dump(without("response"))[1:]),
        "\u00e9\U0001f600",
    ),
    fine("lone-surrogate", answer(b'{"response":"a\\ud800b",' + dump(without("response"))[1:]), "a\ufffdb"),
    *(fine(f"side-field-{name}", data) for name, data in SIDE_FIELDS.items()),
    case(
        "fine-unknown-enum",
        "health",
        [read, send(answer({**HEALTH, "status": "radiant"}))],
        returns="radiant",
        check=healthy_enough,
    ),
    case("fine-search", "search", [read, send(answer(SEARCH))], returns="tea"),
)
