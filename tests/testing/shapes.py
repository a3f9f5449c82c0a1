"""Compare two JSON values by shape: the same keys, the same JSON types, item by item."""

from __future__ import annotations

from typing import Any, Iterator, List, Set, Tuple

Difference = Tuple[str, str]


def differences(recorded: Any, given: Any, path: str = "") -> Iterator[Difference]:
    """Give (path, what differs) pairs; an empty list fits every list, since state decides how much is in it."""
    if kind(recorded) != kind(given):
        yield path, f"recorded {kind(recorded)}, given {kind(given)}"
    elif isinstance(recorded, dict):
        yield from _objects([recorded], [given], path)
    elif isinstance(recorded, list) and recorded and given:
        yield from _lists(recorded, given, f"{path}[]")


def kind(value: Any) -> str:
    """Name the JSON type of a value."""
    if isinstance(value, bool):
        return "boolean"
    names = {dict: "object", list: "array", str: "string", int: "number", float: "number", type(None): "null"}
    return names[type(value)]


def _lists(recorded: List[Any], given: List[Any], path: str) -> Iterator[Difference]:
    kinds = {kind(one) for one in recorded}
    if kinds != {kind(one) for one in given}:
        yield path, "items of other types"
    elif kinds == {"object"}:
        yield from _objects(recorded, given, path)


def _objects(recorded: List[Any], given: List[Any], path: str) -> Iterator[Difference]:
    """Compare objects that stand in one place: those in a list count as examples of one shape."""
    always, ever = _keys(recorded)
    given_always, given_ever = _keys(given)
    for name in sorted(always - given_ever):
        yield f"{path}.{name}", "recorded, not given"
    for name in sorted(given_always - ever):
        yield f"{path}.{name}", "given, not recorded"
    for name in sorted(ever & given_ever):
        one = next(item[name] for item in recorded if name in item)
        other = next(item[name] for item in given if name in item)
        yield from differences(one, other, f"{path}.{name}")


def _keys(items: List[Any]) -> Tuple[Set[str], Set[str]]:
    return set.intersection(*map(set, items)), set.union(*map(set, items))
