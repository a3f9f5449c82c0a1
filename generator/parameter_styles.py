"""How parameters of several values are written into paths, queries and headers (OpenAPI 3.1, 4.8.12)."""

from __future__ import annotations

from generator.document import Document
from generator.errors import DocumentError

_DEFAULTS = {"path": "simple", "query": "form", "header": "simple"}
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
