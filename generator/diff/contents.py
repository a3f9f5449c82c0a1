"""What changed in bodies and responses: their media types, their schemas, their headers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diff.contract import Contract
from generator.diff.nodes import Node, Operation, find_json_schema, find_value_schema, list_contents, select_others
from generator.diff.schemas import SchemaWalk
from generator.diff.shape import strip_docs
from generator.diff.statements import DEPRECATION, NEED, Found, compare_documentation, compare_facts, compare_switch

#: What the comparison of a media type looks at itself, or leaves to readers.
_UNDERSTOOD = frozenset({"schema", "itemSchema", "encoding", "example", "examples"})


class ContentWalk:
    """Compares what is sent and received by the operations of two contracts."""

    def __init__(self, old: Contract, new: Contract, schemas: SchemaWalk) -> None:
        self._old, self._new, self._schemas = old, new, schemas

    def compare_body(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        """Compare what an operation is sent."""
        if bool(old) != bool(new):
            kind = "body-removed" if old else "body-added-required" if new.get("required") else "body-added"
            yield f"{place}.body", kind, "was removed" if old else "is new"
            return
        yield from compare_switch(f"{place}.body", old, new, "required", NEED)
        yield from self._compare_contents(f"{place}.body", old, new)

    def compare_successes(self, place: str, old: Operation, new: Operation) -> Iterator[Found]:
        """Compare the responses of a call that went well."""
        before, after = old.successes, new.successes
        gone, come = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
        if len(gone) == len(come) == 1 and strip_docs(find_json_schema(before[gone[0]])) == strip_docs(
            find_json_schema(after[come[0]])
        ):
            yield f"{place} → {gone[0]}", "success-status-changed", f"is now returned as {come[0]}"
            gone = come = []
        for status in gone:
            yield f"{place} → {status}", "success-removed", "is no longer returned"
        for status in come:
            yield f"{place} → {status}", "success-added", "is a new response"
        yield from self._compare_responses(place, before, after)

    def compare_errors(self, place: str, old: Operation, new: Operation) -> Iterator[Found]:
        """Compare the responses of a call that failed."""
        before = {status: node for status, node in old.responses.items() if status not in old.successes}
        after = {status: node for status, node in new.responses.items() if status not in new.successes}
        for status in sorted(before.keys() - after.keys()):
            yield f"{place} → {status}", "error-removed", "is no longer returned"
        for status in sorted(after.keys() - before.keys()):
            yield f"{place} → {status}", "error-added", "is a new error"
        yield from self._compare_responses(place, before, after)

    def _compare_responses(self, place: str, old: dict[str, Node], new: dict[str, Node]) -> Iterator[Found]:
        for status in sorted(old.keys() & new.keys()):
            yield from self._compare_contents(f"{place} → {status}", old[status], new[status])
            yield from self._compare_headers(f"{place} → {status}", old[status], new[status])

    def _compare_contents(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        before, after = list_contents(old), list_contents(new)
        if before.keys() != after.keys():
            yield place, "media-type-changed", f"is {_join_names(after)}, was {_join_names(before)}"
        shared = [name for name in before if name in after]
        pairs = [(name, name) for name in shared] or [*zip(list(before)[:1], list(after)[:1], strict=False)]
        for number, (one, other) in enumerate(pairs):
            here = f"{place} as {one}" if number else place
            yield from self._compare_media(here, self._old.resolve(before[one]), self._new.resolve(after[other]))
        yield from compare_documentation(place, old, new)

    def _compare_media(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        yield from self._schemas.compare(place, old.get("schema"), new.get("schema"))
        yield from self._schemas.compare(f"{place}[]", old.get("itemSchema"), new.get("itemSchema"))
        if old.get("encoding") != new.get("encoding"):
            yield place, "parameter-serialised-otherwise", "is written in another encoding"
        yield from compare_facts(place, select_others(old, _UNDERSTOOD), select_others(new, _UNDERSTOOD))

    def _compare_headers(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        before, after = _index_by_lower_name(old.get("headers") or {}), _index_by_lower_name(new.get("headers") or {})
        for name in sorted(before.keys() - after.keys()):
            yield f"{place}.{before[name][0]}", "response-header-removed", "is no longer sent"
        for name in sorted(after.keys() - before.keys()):
            yield f"{place}.{after[name][0]}", "response-header-added", "is new"
        for name in sorted(before.keys() & after.keys()):
            one, other = self._old.resolve(before[name][1]), self._new.resolve(after[name][1])
            yield from self._compare_header(f"{place}.{after[name][0]}", one, other)

    def _compare_header(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        yield from compare_switch(place, old, new, "required", NEED)
        yield from compare_switch(place, old, new, "deprecated", DEPRECATION)
        yield from self._schemas.compare(place, find_value_schema(old), find_value_schema(new))


def _index_by_lower_name(headers: Node) -> dict[str, tuple[str, Any]]:
    """Index headers by the name that counts: capitals make no difference (RFC 9110, section 5.1)."""
    return {str(name).lower(): (str(name), header) for name, header in headers.items()}


def _join_names(names: dict[str, Node]) -> str:
    return ", ".join(sorted(names)) or "empty"
