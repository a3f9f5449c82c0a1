"""How a server reads a request, by OpenAPI 3.1 (4.8.12) and RFC 6570: written apart from what the client does."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import httpx

Schema = dict[str, Any]


def format_scalar(value: Any) -> str:
    """A JSON value as text."""
    return value if isinstance(value, str) else json.dumps(value)


def check_query(target: str, parameters: list[tuple[Schema, Any]]) -> None:
    """What stands in a query is what was given, and nothing else."""
    query = target.partition("?")[2]
    found = sorted(tuple(pair.split("=", 1)) for pair in query.split("&") if pair)
    expected = [
        pair for parameter, value in parameters if parameter["in"] == "query" for pair in _write(parameter, value)
    ]
    read = [(unquote(name), text) for name, text in found]
    assert len(read) == len(expected), (read, expected)
    for name, options in expected:
        hit = next((pair for pair in read if pair[0] == name and pair[1] in options), None)
        assert hit is not None, (name, options, read)
        read.remove(hit)


def _quote(text: str) -> str:
    safe = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return "".join(c if c in safe else "".join(f"%{b:02X}" for b in c.encode()) for c in text)


def _write(parameter: Schema, value: Any) -> list[tuple[str, set[str]]]:
    """The pairs of a parameter, and the spellings of each value that say the same."""
    name, style = parameter["name"], parameter.get("style", "form")
    if "content" in parameter:
        spellings = {json.dumps(value, ensure_ascii=plain, separators=signs) for plain in (True, False)
                     for signs in ((",", ":"), (", ", ": "))}  # fmt: skip
        return [(name, {_quote(text) for text in spellings})]
    explode = parameter.get("explode", style == "form")
    if isinstance(value, list):
        items = [_quote(format_scalar(item)) for item in value]
        if explode:
            return [(name, {item}) for item in items]
        between = {"form": (",",), "pipeDelimited": ("|", "%7C"), "spaceDelimited": ("%20",)}[style]
        return [(name, {sign.join(items) for sign in between})]
    if isinstance(value, dict):
        fields = {key: _quote(format_scalar(item)) for key, item in value.items()}
        if style == "deepObject":
            return [(f"{name}[{key}]", {item}) for key, item in fields.items()]
        if explode:
            return [(key, {item}) for key, item in fields.items()]
        return [(name, {",".join(f"{_quote(key)},{item}" for key, item in fields.items())})]
    return [(name, {_quote(format_scalar(value))})]


def write_simple(parameter: Schema, value: Any, *, quoted: bool) -> str:
    """A value in the style `simple`, of paths and headers."""
    write = (lambda item: _quote(format_scalar(item))) if quoted else format_scalar
    if isinstance(value, list):
        return ",".join(map(write, value))
    if isinstance(value, dict):
        between = "=" if parameter.get("explode") else ","
        return ",".join(f"{key}{between}{write(item)}" for key, item in value.items())
    return write(value)


def check_form(content: bytes, fields: Schema, encoding: Schema) -> None:
    """A form holds the fields, each as its encoding says (4.8.15): the pairs of a query, with `+` for a blank."""
    parameters = [({"in": "query", "name": name, **_read_encoding(encoding.get(name, {}))}, value)
                  for name, value in fields.items()]  # fmt: skip
    check_query(f"?{content.decode('ascii').replace('+', '%20')}", parameters)


def _read_encoding(encoding: Schema) -> Schema:
    return {"content": {}} if "contentType" in encoding else encoding


def check_multipart(request: httpx.Request, fields: Schema, encoding: Schema) -> None:
    """The parts of a multipart body are the fields, a list one part for each item."""
    boundary = request.headers["content-type"].partition("boundary=")[2]
    first, *parts, last = request.content.decode().split(f"--{boundary}")
    assert (first, last.strip()) == ("", "--")
    found = [_read_part(part) for part in parts]
    expected = []
    for name, value in fields.items():
        kind = encoding.get(name, {}).get("contentType", "")
        write = json.dumps if "json" in kind else format_scalar
        expected += [(name, kind, write(item)) for item in (value if isinstance(value, list) else [value])]
    assert sorted(found) == sorted(expected)


def _read_part(part: str) -> tuple[str, str, str]:
    head, _, text = part.removeprefix("\r\n").removesuffix("\r\n").partition("\r\n\r\n")
    return head.partition('name="')[2].partition('"')[0], head.partition("Content-Type: ")[2], text
