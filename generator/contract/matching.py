"""Places of a document, followed through references, and what stands there compared without regard to spelling."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.document import Document
from generator.objects import Steps, look_up
from generator.references import split_reference, unescape


class _Gone:
    def __repr__(self) -> str:
        return "GONE"


#: Nothing stands there.
GONE = _Gone()
_DEPTH = 12


class Point(NamedTuple):
    """A place in a document, and the value there. `steps` are those of the value itself, behind all references."""

    document: Document
    steps: Steps
    value: Any
    is_placed: bool = True
    is_new_item: bool = False

    @classmethod
    def of(cls, document: Document, *steps: str) -> Point:
        """Return the value at some steps of a document."""
        value: Any = document
        for step in steps:
            value = value.get(step, GONE) if isinstance(value, dict) else GONE
        return cls(document, steps, value)

    @classmethod
    def nothing(cls) -> Point:
        """Return no place at all."""
        return cls({}, (), GONE, is_placed=False)

    def at(self, *steps: str) -> Point:
        """Return another place of the same document."""
        return Point.of(self.document, *steps)

    def resolve(self) -> Point:
        """Resolve the place that a reference leads to."""
        point = self
        for _ in range(_DEPTH):
            reference = point.value.get("$ref") if isinstance(point.value, dict) else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            steps = split_reference(reference)
            try:
                point = Point(self.document, steps, look_up(self.document, steps))
            except (KeyError, IndexError, TypeError, ValueError):
                break
        return point

    def below(self, key: str) -> Point:
        """Return what stands under a key; in a schema that is put together by `allOf`, in the part that has it."""
        value = self.value if isinstance(self.value, dict) else {}
        if key in value:
            return Point(self.document, (*self.steps, key), value[key])
        for index, part in enumerate(value.get("allOf") or ()):
            inner = Point(self.document, (*self.steps, "allOf", index), part).resolve()
            if isinstance(inner.value, dict) and key in inner.value:
                return inner.below(key)
        return Point(self.document, (*self.steps, key), GONE, isinstance(self.value, dict))

    def items(self) -> list[Point]:
        """Return the items of a list."""
        return [Point(self.document, (*self.steps, index), item).resolve() for index, item in enumerate(self.value)]

    def is_like(self, other: Point) -> bool:
        """Return whether both say the same, references aside."""
        return self.value is not GONE and other.value is not GONE and self.is_expanded_like(other)

    def is_expanded_like(self, other: Point) -> bool:
        """Return whether both say the same, or nothing, references and facts of ours aside."""
        if self.value is GONE or other.value is GONE:
            return self.value is other.value
        return _canonicalise(expand(self.document, self.value)) == _canonicalise(expand(other.document, other.value))


def find_list_key(point: Point) -> str:
    """Find what makes an item of a list the same item in another document."""
    value = point.value
    if isinstance(value, dict):
        if {"name", "in"} <= value.keys():
            return f"{value['name']} in {value['in']}"
        if isinstance(value.get("url"), str):
            return str(value["url"])
    return json.dumps(expand(point.document, value), sort_keys=True, ensure_ascii=False)


def expand(document: Document, node: Any, depth: int = 0) -> Any:
    """Expand a value with its references followed, as deep as a document is written by people."""
    if isinstance(node, list):
        return [expand(document, item, depth) for item in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if isinstance(reference, str) and depth < _DEPTH:
        target = Point(document, (), node).resolve().value
        return expand(document, target, depth + 1) if target is not node else node
    return {
        key: expand(document, value, depth) for key, value in node.items()
        if not (isinstance(key, str) and (key.startswith("x-") or key == "operationId"))
    }  # fmt: skip


def find_components(document: Document, node: Any, ours: Document) -> Iterator[tuple[str, str, Any]]:
    """Find the components that a value needs and that our document does not have."""
    waiting, seen = [node], set()
    while waiting:
        value = waiting.pop()
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        reference = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#/components/") or reference in seen:
            continue
        seen.add(reference)
        section, _, name = reference.removeprefix("#/components/").partition("/")
        name = unescape(name)
        component = ((document.get("components") or {}).get(section) or {}).get(name)
        if component is not None and name not in ((ours.get("components") or {}).get(section) or {}):
            waiting.append(component)
            yield section, name, copy.deepcopy(component)


def _canonicalise(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
