"""Python names for the names of the document."""

from __future__ import annotations

import builtins
import keyword
import re

#: What every model answers to, so that no field may be called so.
MODEL_METHODS = frozenset(
    {"items", "keys", "values", "get", "to_dict", "to_json", "from_dict", "additional_properties"}
)
#: Names that annotations, class bodies and methods use.
ANNOTATIONS = frozenset({"str", "int", "float", "bool", "dict", "datetime", "attrs", "self"})
#: Names that `api.py` uses beside its functions.
API_NAMES = frozenset({"m", "check", "reading", "timestamps", "deprecated", "warn_once", "operations"})
#: Names that generated modules use beside their classes.
RESERVED_CLASSES = frozenset(dir(builtins)) | {
    "Any", "ClassVar", "deprecate_field", "Dict", "ItemsView", "Iterator", "KeysView", "List", "Literal", "Mapping",
    "Model", "Optional",
    "Self", "Sequence", "TypeAlias", "TypeVar", "Union", "ValuesView",
}  # fmt: skip


def snake_case(name: str) -> str:
    """`conversationId` -> `conversation_id`, `isEV` -> `is_ev`, `HTTPStatus` -> `http_status`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"[^0-9A-Za-z]+", "_", words).strip("_").lower()


def python_name(name: str) -> str:
    """The attribute or argument for a name of the document; empty if there is none."""
    snake = snake_case(name)
    if snake[:1].isdigit():
        snake = f"field_{snake}"
    taken = keyword.iskeyword(snake) or snake in MODEL_METHODS or snake in ANNOTATIONS or snake in API_NAMES
    return f"{snake}_" if taken else snake
