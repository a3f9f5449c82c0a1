"""How values are written into paths, queries, headers and forms (OpenAPI 3.1, 4.8.12 and 4.8.15)."""

from __future__ import annotations

from generator.document import Document
from generator.errors import DocumentError
from generator.media import is_json, strip_parameters

_DEFAULTS = {"path": "simple", "query": "form", "header": "simple"}
_STYLES = ("simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "label", "matrix")
#: (style, exploded) -> how the client writes a list, and an object.
_LISTS = {
    ("form", True): "", ("form", False): "comma", ("simple", True): "comma", ("simple", False): "comma",
    ("spaceDelimited", False): "space", ("pipeDelimited", False): "pipe",
    # Exploded, they are what `form` is (OpenAPI 3.0.4).
    ("spaceDelimited", True): "", ("pipeDelimited", True): "",
}  # fmt: skip
_OBJECTS = {
    ("form", True): "pairs", ("form", False): "comma", ("simple", False): "comma", ("simple", True): "assigned",
    ("deepObject", True): "deep", ("deepObject", False): "deep",
}  # fmt: skip


def find_parameter_style(parameter: Document, tag: str, place: str) -> str:
    """How a parameter is written; empty for the usual way. Raises `DocumentError` for what the client cannot write."""
    if parameter.get("x-json") is True:
        return "json"
    style = parameter.get("style", _DEFAULTS[parameter["in"]])
    exploded = parameter.get("explode", style in ("form", "deepObject"))
    if style not in _STYLES:
        raise DocumentError(place, f"the style {style} is none of OpenAPI", f"write one of {', '.join(_STYLES)}")
    styles = _LISTS if tag == "list" else _OBJECTS if tag in ("model", "map", "union", "any") else {}
    if not styles:
        if style in ("label", "matrix"):
            raise DocumentError(place, f"is written in the style {style}", "use the style simple")
        return ""
    if (style, exploded) in styles:
        return styles[style, exploded]
    if tag in ("union", "any"):
        return ""
    raise DocumentError(place, f"a {tag} in the style {style}, explode {str(exploded).lower()}", "use another style")


def find_form_style(encoding: Document, tag: str, place: str) -> str:
    """How a field of a URL-encoded form is written; empty for the usual way, in which an object is JSON."""
    if "style" in encoding or "explode" in encoding:
        return find_parameter_style({**encoding, "in": "query"}, tag, place)
    kind = encoding.get("contentType", "")
    if kind and not is_json(kind) and strip_parameters(kind) != "text/plain":
        raise DocumentError(f"{place}.contentType", f"is written as {kind}", "use JSON, text/plain or a style")
    return "json" if kind and is_json(kind) else ""


def find_part_type(encoding: Document, place: str) -> str:
    """The media type of a part of a multipart body; empty where the value says it, or the caller of several."""
    for name, header in (encoding.get("headers") or {}).items():
        if isinstance(header, dict) and header.get("required") is True:
            raise DocumentError(f"{place}.headers.{name}", "a header of a part", "make it optional: it is not sent")
    for word, usual in (("style", "form"), ("explode", True)):
        if encoding.get(word, usual) != usual:
            raise DocumentError(f"{place}.{word}", "a part has no style", "remove it: a list is a part for each item")
    kind = str(encoding.get("contentType", ""))
    return "" if "*" in kind or "," in kind else kind
