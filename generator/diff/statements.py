"""What is said about a value beside what it may be: limits, defaults, deprecation, facts, documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.diff.nodes import Node
from generator.diff.shape import DOCUMENTATION, LIMITS, Shape

#: A place, the kind of a change there, and its sentence.
Found = tuple[str, str, str]


class Switch(NamedTuple):
    """The kind and sentence for a keyword that is turned on, and for one that is turned off."""

    on: tuple[str, str]
    off: tuple[str, str]


DEPRECATION = Switch(("deprecated", "is deprecated"), ("no-longer-deprecated", "is no longer deprecated"))
NEED = Switch(("became-required", "is required"), ("became-optional", "may be left out"))
ECHO = Switch(("echo-marked", "comes back as it was sent"), ("echo-unmarked", "is checked for its type"))
SECRET = Switch(("secret-marked", "is masked"), ("secret-unmarked", "is no longer masked"))
READ_ONLY = Switch(("read-only-marked", "is only read"), ("read-only-unmarked", "may be sent"))
WRITE_ONLY = Switch(("write-only-marked", "is only sent"), ("write-only-unmarked", "comes back"))
_TIGHTER_WHEN_MORE = ("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties")


def compare_statements(place: str, old: Shape, new: Shape) -> Iterator[Found]:
    """Compare what the two say about the value."""
    for name in LIMITS:
        if old.node.get(name) != new.node.get(name):
            tight = _is_tighter(name, old.node.get(name), new.node.get(name))
            yield place, "limit-tightened" if tight else "limit-loosened", _describe_change(name, old.node, new.node)
    yield from _compare_default(place, old.node, new.node)
    yield from compare_switch(place, old.node, new.node, "deprecated", DEPRECATION)
    yield from compare_switch(place, old.node, new.node, "x-echo", ECHO)
    yield from compare_switch(place, old.node, new.node, "x-secret", SECRET)
    yield from compare_switch(place, old.node, new.node, "readOnly", READ_ONLY)
    yield from compare_switch(place, old.node, new.node, "writeOnly", WRITE_ONLY)
    if old.node.get("discriminator") != new.node.get("discriminator"):
        yield place, "discriminator-changed", "is told apart in another way"
    yield from compare_facts(place, old.others, new.others)
    yield from compare_documentation(place, old.node, new.node)


def _compare_default(place: str, old: Node, new: Node) -> Iterator[Found]:
    if "default" in old and "default" in new and old["default"] != new["default"]:
        yield place, "default-changed", _describe_change("default", old, new)
    elif ("default" in old) != ("default" in new):
        yield place, "default-added" if "default" in new else "default-removed", _describe_change("default", old, new)


def compare_switch(place: str, old: Node, new: Node, key: str, switch: Switch) -> Iterator[Found]:
    """Compare a keyword that is either true or not."""
    if bool(old.get(key)) != bool(new.get(key)):
        yield place, *(switch.on if new.get(key) else switch.off)


def compare_facts(place: str, old: Node, new: Node) -> Iterator[Found]:
    """Compare what has no rule of its own: further `x-` facts and keywords."""
    for name in sorted({*old, *new}, key=str):
        if old.get(name) == new.get(name):
            continue
        if name == "x-python-name":
            yield (
                place,
                "python-name-changed",
                f"is called {_format_name(new)} in Python, was called {_format_name(old)}",
            )
        else:
            yield place, "fact-changed" if str(name).startswith("x-") else "keyword-changed", f"`{name}` changed"


def _format_name(node: Node) -> str:
    name = node.get("x-python-name")
    return f"`{name}`" if name else "as on the wire"


def compare_documentation(place: str, old: Node, new: Node, names: tuple[str, ...] = DOCUMENTATION) -> Iterator[Found]:
    """Compare what is written for readers."""
    for name in names:
        if old.get(name) != new.get(name):
            yield place, "documentation-changed", f"has another {name}"


def _is_tighter(name: str, old: Any, new: Any) -> bool:
    if new is None or new is False:
        return False
    if not isinstance(old, (int, float)) or not isinstance(new, (int, float)) or isinstance(new, bool):
        return True
    return new > old if name in _TIGHTER_WHEN_MORE else new < old


def _describe_change(name: str, old: Node, new: Node) -> str:
    values = [repr(node[name]) if name in node else "none" for node in (old, new)]
    return f"has {name} {values[1]}, was {values[0]}"
