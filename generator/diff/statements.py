"""What is said about a value beside what it may be: limits, defaults, deprecation, facts, documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.diff.contract import Node
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


def statements(place: str, old: Shape, new: Shape) -> Iterator[Found]:
    """Compare what the two say about the value."""
    for name in LIMITS:
        if old.node.get(name) != new.node.get(name):
            tight = _tighter(name, old.node.get(name), new.node.get(name))
            yield place, "limit-tightened" if tight else "limit-loosened", _was(name, old.node, new.node)
    yield from _default(place, old.node, new.node)
    yield from switched(place, old.node, new.node, "deprecated", DEPRECATION)
    yield from switched(place, old.node, new.node, "x-echo", ECHO)
    yield from switched(place, old.node, new.node, "x-secret", SECRET)
    yield from switched(place, old.node, new.node, "readOnly", READ_ONLY)
    yield from switched(place, old.node, new.node, "writeOnly", WRITE_ONLY)
    if old.node.get("discriminator") != new.node.get("discriminator"):
        yield place, "discriminator-changed", "is told apart in another way"
    yield from facts(place, old.others, new.others)
    yield from documentation(place, old.node, new.node)


def _default(place: str, old: Node, new: Node) -> Iterator[Found]:
    if "default" in old and "default" in new and old["default"] != new["default"]:
        yield place, "default-changed", _was("default", old, new)
    elif ("default" in old) != ("default" in new):
        yield place, "default-added" if "default" in new else "default-removed", _was("default", old, new)


def switched(place: str, old: Node, new: Node, key: str, switch: Switch) -> Iterator[Found]:
    """Compare a keyword that is either true or not."""
    if bool(old.get(key)) != bool(new.get(key)):
        yield place, *(switch.on if new.get(key) else switch.off)


def facts(place: str, old: Node, new: Node) -> Iterator[Found]:
    """Compare what has no rule of its own: further `x-` facts and keywords."""
    for name in sorted({*old, *new}, key=str):
        if old.get(name) == new.get(name):
            continue
        if name == "x-python-name":
            yield place, "python-name-changed", f"is called {_or_usual(new)} in Python, was called {_or_usual(old)}"
        else:
            yield place, "fact-changed" if str(name).startswith("x-") else "keyword-changed", f"`{name}` changed"


def _or_usual(node: Node) -> str:
    name = node.get("x-python-name")
    return f"`{name}`" if name else "as on the wire"


def documentation(place: str, old: Node, new: Node, names: tuple[str, ...] = DOCUMENTATION) -> Iterator[Found]:
    """Compare what is written for readers."""
    for name in names:
        if old.get(name) != new.get(name):
            yield place, "documentation-changed", f"has another {name}"


def _tighter(name: str, old: Any, new: Any) -> bool:
    if new is None or new is False:
        return False
    if not isinstance(old, (int, float)) or not isinstance(new, (int, float)) or isinstance(new, bool):
        return True
    return new > old if name in _TIGHTER_WHEN_MORE else new < old


def _was(name: str, old: Node, new: Node) -> str:
    values = [repr(node[name]) if name in node else "none" for node in (old, new)]
    return f"has {name} {values[1]}, was {values[0]}"
