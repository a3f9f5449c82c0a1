# SPDX-License-Identifier: MIT
"""Bodies that are forms: of fields (URL-encoded), and of fields and files (RFC 7578)."""

# Annotations are evaluated here: those of a NamedTuple that are texts are compiled one by one, 70 µs each.
import os
from typing import Any, List, Mapping, NamedTuple, Optional, Tuple, Union

from infinity_assistant._models.parameters import describe_unwritable, write_json, write_pairs, write_scalar

#: The content of a file, alone or behind its name; last may come its media type.
FileTypes = Union[bytes, Tuple[str, bytes], Tuple[str, bytes, str]]


class Encoded(NamedTuple):
    """A body as it travels, and the media type that says how to read it."""

    media_type: str
    content: bytes


def encode_form(body: Mapping[str, Any], styles: Mapping[str, str]) -> bytes:
    """Write fields as the address of a form is written."""
    return "&".join(write_pairs(body, styles, "body", plus=True)).encode("ascii")


def encode_multipart(body: Mapping[str, Any], types: Mapping[str, str], boundary: Optional[str] = None) -> Encoded:
    """Write fields and files, each as a part of its own; a list becomes a part for each of its items.

    `types` holds the media types of parts that the API description names (`body.picture`).
    """
    boundary = boundary or os.urandom(16).hex()
    parts: List[bytes] = []
    for name, value in body.items():
        for item in value if isinstance(value, list) else [value]:
            try:
                parts.append(_write_part(boundary, name, item, types.get(f"body.{name}", "")))
            except ValueError as problem:
                raise describe_unwritable(name, problem) from None
    content = b"".join(parts) + f"--{boundary}--\r\n".encode()
    return Encoded(f"multipart/form-data; boundary={boundary}", content)


def _write_part(boundary: str, name: str, value: Any, media_type: str) -> bytes:
    disposition = f'form-data; name="{_quote(name)}"'
    content = value
    if isinstance(value, tuple):
        disposition += f'; filename="{_quote(value[0])}"'
        content = value[1]
        media_type = value[2] if len(value) > 2 else media_type or "application/octet-stream"
    elif isinstance(value, (bytes, bytearray)):
        disposition += f'; filename="{_quote(name)}"'
        media_type = media_type or "application/octet-stream"
    elif isinstance(value, dict) or media_type.partition(";")[0].endswith("json"):
        media_type, content = media_type or "application/json", write_json(value)
    if not isinstance(content, (bytes, bytearray)):
        content = write_scalar(content).encode()
    if not media_type.isprintable():
        raise ValueError("has a media type with a line break or another control character: correct it")
    head = f"--{boundary}\r\nContent-Disposition: {disposition}\r\n"
    head += f"Content-Type: {media_type}\r\n" if media_type else ""
    return head.encode() + b"\r\n" + bytes(content) + b"\r\n"


def _quote(text: str) -> str:
    """Return a name within quotes, as browsers write it (HTML, 4.10.21.8)."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
