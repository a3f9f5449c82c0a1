"""Python names for the names of the document."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable
from itertools import chain, count
from unicodedata import ucd_3_2_0

#: What every model answers to, so that no field may be called so.
MODEL_METHODS = frozenset(
    {"items", "keys", "values", "get", "to_dict", "to_json", "from_dict", "additional_properties"}
)
#: Names that annotations, class bodies and methods use.
ANNOTATIONS = frozenset({"str", "int", "float", "bool", "dict", "datetime", "attrs", "self"})
#: Names that `api` uses beside its functions.
API_NAMES = frozenset({"m", "ev", "check", "reading", "timestamps", "deprecated", "warn_once", "operations"})
#: Keywords that every method of the client takes for itself, and the name under which it collects them.
CALL_OPTIONS = frozenset({
    "timeout", "max_retries", "headers", "idempotency_key", "retry_unsafe", "extra_body", "extra_query",
    "max_response_bytes", "on_attempt", "on_call", "options",
})  # fmt: skip
#: What the client has beside its operations; an operation of such a name would take its place.
CLIENT_NAMES = frozenset({
    "aclose", "api_key", "base_url", "check_compatibility", "close", "conversation", "copy", "forget_quota", "options",
    "quota", "rate_limit", "request", "stream", "with_options", "with_raw_response", "max_retries", "timeout",
    "remember_quota", "get_api_key", "set_api_key", "retry_budget",
})  # fmt: skip
#: Names that generated modules use beside their classes.
RESERVED_CLASSES = frozenset(dir(builtins)) | {
    "Any", "ClassVar", "deprecate_field", "Dict", "ItemsView", "Iterator", "KeysView", "List", "Literal", "Mapping",
    "Model", "NotRequired", "Optional", "OwnTypedDict", "Required", "Self", "Sequence", "TYPE_CHECKING", "TypeAlias",
    "TypedDict", "TypeVar", "Union", "ValuesView",
}  # fmt: skip


def to_snake_case(name: str) -> str:
    """Write `conversationId` as `conversation_id`, `isEV` as `is_ev`, `HTTPStatus` as `http_status`; keep `größe`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"_+", "_", "".join(_replace_character(c) for c in words)).strip("_").lower()


def to_python_name(name: str) -> str:
    """Return the attribute or argument for a name of the document; letters of all scripts are kept."""
    sign = re.fullmatch(r"([+-])(\d.*)", name, re.ASCII)
    plain = f"{'plus' if sign[1] == '+' else 'minus'}{sign[2]}" if sign else name
    snake = to_snake_case(ucd_3_2_0.normalize("NFKC", plain))
    if not snake:
        snake = f"field_{'_'.join(f'{ord(c):x}' for c in name[:20])}"
    if not snake.isidentifier():
        snake = f"field_{snake}"
    taken = keyword.iskeyword(snake) or snake in MODEL_METHODS or snake in ANNOTATIONS or snake in API_NAMES
    return f"{snake}_" if taken else snake


def to_operation_name(operation_id: str) -> str:
    """Return the function and the method for an operation; the client's own names stay its own."""
    name = to_python_name(operation_id)
    return f"{name}_" if name in CLIENT_NAMES else name


def to_argument_name(name: str, place: str) -> str:
    """Return the argument for a parameter or a field; what every method takes for itself stays that.

    A header `Idempotency-Key` is that option: an argument of the same name is what callers expect.
    """
    python = to_python_name(name)
    is_option = place == "header" and name.lower() == "idempotency-key"
    return f"{python}_" if python in CALL_OPTIONS and not is_option else python


def assign_names(wanted: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return names that stay apart, for triples of a name on the wire, the wanted name, and what tells it from others.

    A name that is written in the document as it is in Python keeps it. The others give way, in their order: first with
    what tells them apart (`id_body`), then with a number (`id2`).
    """
    entries = list(wanted)
    order = sorted(range(len(entries)), key=lambda index: entries[index][0] != entries[index][1])
    names: dict[str, int] = {}
    for index in order:
        _, name, suffix = entries[index]
        candidates = chain([name], [f"{name}_{suffix}"] if suffix else [], (f"{name}{n}" for n in count(2)))
        names[next(candidate for candidate in candidates if candidate not in names)] = index
    return sorted(names, key=names.__getitem__)


def _replace_character(character: str) -> str:
    """Keep a letter, a digit or an accent, by the table of Unicode that every Python has; `_` for anything else.

    Names are written in capitals, too, and must come back from there: `ß` does not.
    """
    if character.isascii():
        return character if character.isalnum() else "_"
    if ucd_3_2_0.category(character)[0] not in "LM" or not f"a{character}".isidentifier():
        return "_"
    lower = character.lower()
    return character if lower.upper().lower() == lower else lower.upper().lower()
