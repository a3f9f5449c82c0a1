"""A delivery is trusted if, and only if, the service signed its data."""

from __future__ import annotations

from typing import Any, Dict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infinity_assistant import webhooks
from infinity_assistant.errors import InfinityAssistantArgumentError, InfinityAssistantWebhookVerificationError

from .vectors import SECRET, VECTORS, delivery

each_vector = pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())


def check_refused(body: bytes, signature: Any, why: str, secret: Any = SECRET) -> None:
    with pytest.raises(InfinityAssistantWebhookVerificationError, match=why):
        webhooks.verify(body, signature, secret)


@each_vector
def test_what_the_service_signed_is_trusted(vector: Dict[str, Any]) -> None:
    """The signed bytes come back as they were sent, though no JSON encoder would write them so."""
    signed = webhooks.verify(bytes.fromhex(vector["body_hex"]), vector["signature"], vector["secret"])
    assert signed == bytes.fromhex(vector["signed_hex"])


@each_vector
def test_we_sign_as_the_service_does(vector: Dict[str, Any]) -> None:
    assert webhooks.sign(vector["signed_text"], vector["secret"]) == vector["signature"]
    assert webhooks.sign(bytes.fromhex(vector["signed_hex"]), vector["secret"]) == vector["signature"]


@each_vector
def test_any_change_of_the_data_is_found(vector: Dict[str, Any]) -> None:
    """One flipped bit in any byte of `data` is enough."""
    body, length = bytes.fromhex(vector["body_hex"]), len(bytes.fromhex(vector["signed_hex"]))
    for place in range(len(body) - 1 - length, len(body) - 1):
        changed = bytearray(body)
        changed[place] ^= 1
        check_refused(bytes(changed), vector["signature"], "does not fit", vector["secret"])


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_a_body_may_be_any_kind_of_bytes(kind: Any) -> None:
    body, signature = delivery()
    assert webhooks.verify(kind(body), signature, SECRET) == b'{"message":"Hello"}'


MALFORMED = {
    "absent": (None, "there is no signature"),
    "empty": ("", "there is no signature"),
    "truncated": (delivery().signature[:-1], "not 64 lower-case"),
    "upper-case": (delivery().signature.upper(), "not 64 lower-case"),
    "padded": (delivery().signature + "\n", "not 64 lower-case"),
    "not-ascii": ("é" * 64, "not 64 lower-case"),
    "other-digits": ("\u0661" * 64, "not 64 lower-case"),
    "prefixed": ("sha256=" + delivery().signature, "not 64 lower-case"),
    "of-other-data": (delivery('{"message":"Bye"}').signature, "does not fit"),
    "of-another-secret": (delivery(secret="another").signature, "does not fit"),
    "of-the-whole-body": (webhooks.sign(delivery().body, SECRET), "does not fit"),
}


@pytest.mark.parametrize(("signature", "why"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_wrong_signature_is_refused(signature: Any, why: str) -> None:
    check_refused(delivery().body, signature, why)


def test_a_new_secret_can_be_introduced_while_the_old_one_is_in_use() -> None:
    """Any of several secrets will do."""
    for used in ("old", "new"):
        body, signature = delivery(secret=used)
        assert webhooks.verify(body, signature, ["new", "old"]) == b'{"message":"Hello"}'
    check_refused(*delivery(secret="stolen"), "does not fit", ("new", "old"))


HEADERS: Dict[str, Any] = {
    "none-of-ours": ({"content-type": "application/json"}, "there is no signature"),
    "twice": (
        {"x-infinity-signature": delivery().signature, "X-Infinity-Signature": "0" * 64},
        "does not stand there once",
    ),
    "a-list": ({"x-infinity-signature": [delivery().signature]}, "does not stand there once"),
    "of-another-event": (delivery().headers(event="chat.response"), "different events"),
}


@pytest.mark.parametrize(("headers", "why"), HEADERS.values(), ids=HEADERS.keys())
def test_headers_that_contradict_are_refused(headers: Any, why: str) -> None:
    check_refused(delivery().body, headers, why)


def test_headers_of_any_case_are_found_among_others() -> None:
    body, signature = delivery()
    for name in ("x-infinity-signature", "X-Infinity-Signature", "X-INFINITY-SIGNATURE"):
        headers = {b"odd": "ignored", "Host": "example.com", name: signature}
        assert webhooks.verify(body, headers, SECRET)  # type: ignore[arg-type]


NOT_DELIVERIES = {
    "empty": b"",
    "not-json": b"hello",
    "another-order": b'{"timestamp":"2026-01-02T03:04:05.000Z","event":"chat.message","data":null}',
    "one-more-field": b'{"event":"chat.message","timestamp":"2026-01-02T03:04:05.000Z","id":1,"data":null}',
    "blanks": b'{"event": "chat.message", "timestamp": "2026-01-02T03:04:05.000Z", "data": null}',
    "no-data": b'{"event":"chat.message","timestamp":"2026-01-02T03:04:05.000Z"}',
    "no-end": b'{"event":"chat.message","timestamp":"2026-01-02T03:04:05.000Z","data":null',
    "newline-behind": delivery("null").body + b"\n",
    "byte-order-mark": b"\xef\xbb\xbf" + delivery("null").body,
    "utf-16": delivery("null").body.decode().encode("utf-16"),
    "event-no-text": b'{"event":7,"timestamp":"2026-01-02T03:04:05.000Z","data":null}',
    "brackets": b"[" * 100_000,
    "quotes": b'{"event":"' + b'\\"' * 100_000,
}


@pytest.mark.parametrize("body", NOT_DELIVERIES.values(), ids=NOT_DELIVERIES.keys())
def test_what_is_no_delivery_is_refused(body: bytes) -> None:
    """Not even a valid signature of the null in it helps."""
    check_refused(body, webhooks.sign("null", SECRET), "the body is not")


def test_data_that_follows_the_signed_data_is_refused() -> None:
    """A second `data` in the object would win when the JSON is read."""
    body, signature = delivery()
    check_refused(body[:-1] + b',"data":{"message":"forged"}}', signature, "does not fit")


@given(st.text(), st.text(max_size=5))
def test_no_event_name_can_move_the_place_where_data_begins(name: str, inner: str) -> None:
    """Event names are not signed, so they may hold anything."""
    event = f'{name}","timestamp":"{inner}","data":"'
    body, signature = delivery(event=event)
    assert webhooks.verify(body, signature, SECRET) == b'{"message":"Hello"}'


@given(st.binary(max_size=80), st.text(max_size=70))
def test_rubbish_is_refused_and_never_crashes(body: bytes, signature: str) -> None:
    check_refused(body, signature, "refused")


WRONG: Dict[str, Any] = {
    "body-text": (("{}", "0" * 64, SECRET), "body", "raw bytes of the request, not str"),
    "body-dict": (({}, "0" * 64, SECRET), "body", "raw bytes of the request, not dict"),
    "signature-bytes": ((b"{}", b"0" * 64, SECRET), "signature", "X-Infinity-Signature"),
    "secret-none": ((b"{}", "0" * 64, None), "secret", "secret of the webhook"),
    "secret-empty": ((b"{}", "0" * 64, ""), "secret", "secret of the webhook"),
    "secret-blank": ((b"{}", "0" * 64, "  "), "secret", "not blank"),
    "secret-bytes": ((b"{}", "0" * 64, b"abc"), "secret", "secret of the webhook"),
    "no-secrets": ((b"{}", "0" * 64, []), "secret", "list of secrets"),
    "one-secret-none": ((b"{}", "0" * 64, ["a", None]), "secret", "not blank"),
    "half-a-character": ((b"{}", "0" * 64, "a\ud800"), "secret", "surrogate"),
}


@pytest.mark.parametrize(("arguments", "name", "why"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_of_the_caller_is_told_apart_from_a_forged_delivery(arguments: Any, name: str, why: str) -> None:
    """It names the argument, and is a ValueError."""
    with pytest.raises(InfinityAssistantArgumentError, match=why) as caught:
        webhooks.verify(*arguments)
    assert caught.value.argument == name


def test_no_error_names_the_secret() -> None:
    for secret in (SECRET, [SECRET, ""], f"{SECRET}\ud800"):
        with pytest.raises((InfinityAssistantArgumentError, InfinityAssistantWebhookVerificationError)) as caught:
            webhooks.verify(delivery().body, "0" * 64, secret)
        assert SECRET not in repr(caught.value) + str(caught.value)


def test_text_that_utf_8_cannot_express_is_not_signed() -> None:
    with pytest.raises(InfinityAssistantArgumentError, match="data contains half of a surrogate pair"):
        webhooks.sign("\ud800", SECRET)


@pytest.mark.parametrize(
    "shape",
    [
        lambda headers: [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        lambda headers: list(headers.items()),
        lambda headers: {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    ],
    ids=["asgi", "pairs", "django-and-wsgi"],
)
def test_headers_are_understood_as_frameworks_have_them(shape: Any) -> None:
    sent = delivery()
    headers = shape({**sent.headers(), "Host": "example.org"})
    assert webhooks.parse(sent.body, headers, SECRET).webhook_id == "wh_1"
    twice = list(headers.items() if isinstance(headers, dict) else headers) * 2
    with pytest.raises(InfinityAssistantWebhookVerificationError, match="stand there once"):
        webhooks.parse(sent.body, twice, SECRET)
