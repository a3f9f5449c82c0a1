"""Media types: what is JSON, and which of several is sent or read."""

from __future__ import annotations

from collections.abc import Iterable

JSON = "application/json"
STREAM = "text/event-stream"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
BINARY = "application/octet-stream"


def strip_parameters(media_type: str) -> str:
    """Return a media type without its parameters: `application/json` for `application/json; charset=utf-8`."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether a media type is JSON: `application/problem+json` is, and so is one that leaves it open."""
    plain = strip_parameters(media_type)
    return plain in (JSON, "*/*", "application/*", "text/json") or plain.endswith("+json")


def is_text(media_type: str) -> bool:
    """Return whether a media type is handed over as a text."""
    plain = strip_parameters(media_type)
    return plain.startswith("text/") or plain.endswith(("/xml", "+xml", "/yaml", "+yaml", "/jsonl", "/x-ndjson"))


def choose_body(media_types: Iterable[str]) -> str:
    """Choose the media type in which a body is sent: JSON where it is offered, then forms, then what comes first."""
    found = list(media_types)
    ranks = (is_json, lambda kind: strip_parameters(kind) == FORM, lambda kind: strip_parameters(kind) == MULTIPART)
    return next((kind for rank in ranks for kind in found if rank(kind)), found[0])


def to_content_type(media_type: str) -> str:
    """Return what stands in the header of a body: JSON is UTF-8 without saying so."""
    if not is_json(media_type):
        return strip_parameters(media_type)
    return JSON if "*" in media_type else strip_parameters(media_type)
