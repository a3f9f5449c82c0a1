"""Pages for models, choices and events: a table of the fields of each, with the values that are allowed."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import typing
from collections.abc import Iterable
from typing import Any

import attrs

from infinity_assistant import events, models
from infinity_assistant._models.model import Model


def collect() -> dict[str, str]:
    """Return the pages by their names."""
    values = {name: getattr(models, name) for name in models.__all__ if name != "Model"}
    choices = {name: value for name, value in values.items() if typing.get_origin(value) is typing.Literal}
    classes = {name: value for name, value in values.items() if attrs.has(value)}
    ours = {name: getattr(events, name) for name in events.__all__ if name not in values}
    streamed = {name: value for name, value in ours.items() if isinstance(value, type) and issubclass(value, Model)}
    return {
        "reference/models": _page("Models", "What calls return and take.", map(_model, classes.values())),
        "reference/choices": _page(
            "Choices",
            "Values that are known, and what arguments may be in place of a model.",
            [*map(_choice, choices, choices.values()), *(_alias(name) for name in values if _is_alias(name, classes))],
        ),
        "reference/events": _page("Events", "Events that this package makes.", map(_model, streamed.values())),
    }


def _page(title: str, introduction: str, parts: Iterable[str]) -> str:
    return f"# {title}\n\n{introduction}\n\n" + "\n".join(parts)


def _model(cls: type[Any]) -> str:
    explained = _explanations(cls)
    rows = "".join(_row(field, explained.get(field.name, "")) for field in attrs.fields(cls))
    keys = f"Keys, as the API spells them: {', '.join(f'`{key}`' for key in cls._keys)}." if cls._keys else ""
    head = f"## {cls.__name__} {{ #infinity_assistant.models.{cls.__name__} }}\n\n{inspect.getdoc(cls)}\n"
    return f"{head}\n| field | type | default | meaning |\n|---|---|---|---|\n{rows}\n{keys}\n"


def _row(field: attrs.Attribute[Any], explanation: str) -> str:
    values = _allowed(field.type)
    shown = explanation + (f" Values: {', '.join(f'`{value!r}`' for value in values)}." if values else "")
    return f"| `{field.name}` | `{_spell(field.type)}` | {_default(field)} | {shown.strip()} |\n"


def _choice(name: str, value: Any) -> str:
    known = "\n".join(f"- `{one!r}`" for one in typing.get_args(value))
    return f"## {name} {{ #infinity_assistant.models.{name} }}\n\n{known}\n"


def _is_alias(name: str, classes: dict[str, Any]) -> bool:
    return re.sub("(Param|Dict)$", "", name) in classes and name not in classes


def _alias(name: str) -> str:
    model = re.sub("(Param|Dict)$", "", name)
    link = f"[{model}][infinity_assistant.models.{model}]"
    mapping = f"a mapping with the fields of {link} as keys, in the spelling of Python or of the API"
    text = f"A {link}, or {mapping}." if name.endswith("Param") else f"A `TypedDict`: {mapping}."
    return f"## {name} {{ #infinity_assistant.models.{name} }}\n\n{text}\n"


def _allowed(annotation: Any) -> list[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        return list(typing.get_args(annotation))
    return [value for part in typing.get_args(annotation) for value in _allowed(part)]


def _spell(annotation: Any) -> str:
    """Spell a type without its modules; a choice is a `str` here, as its values stand beside it."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return " or ".join(sorted({type(value).__name__ for value in parts}))
    if origin is typing.Union:
        return " or ".join(dict.fromkeys("None" if part is type(None) else _spell(part) for part in parts))
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(_spell, parts))}]"
    return getattr(annotation, "__name__", str(annotation))


def _default(field: attrs.Attribute[Any]) -> str:
    if field.default is attrs.NOTHING:
        return "required"
    return "empty" if isinstance(field.default, attrs.Factory) else f"`{field.default!r}`"


def _explanations(cls: type[Any]) -> dict[str, str]:
    """Read the texts below the fields, which Python does not keep. `__module__` is where pickles look, not the file."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        for body in _bodies(base):
            found.update(_below_fields(body))
    return found


def _bodies(cls: type[Any]) -> Iterable[list[ast.stmt]]:
    module = sys.modules.get(getattr(cls, "from_dict", cls).__module__)
    source = inspect.getsource(module) if module and module.__name__.startswith("infinity_assistant") else ""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
            yield node.body


def _below_fields(body: list[ast.stmt]) -> Iterable[tuple[str, str]]:
    for field, text in zip(body, body[1:], strict=False):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())
