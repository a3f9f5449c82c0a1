"""What changed in the operations: where they are, what they take, what they return."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diff.contents import ContentWalk
from generator.diff.contract import Contract
from generator.diff.nodes import Node, Operation, find_value_schema, select_others
from generator.diff.schemas import SchemaWalk
from generator.diff.statements import DEPRECATION, NEED, Found, compare_documentation, compare_facts, compare_switch

_UNDERSTOOD = frozenset({"operationId", "summary", "description", "tags", "parameters", "requestBody", "responses",
                         "deprecated", "security", "x-idempotent", "x-events", "externalDocs", "servers"})  # fmt: skip


class OperationWalk:
    """Compares the operations of two contracts."""

    def __init__(self, old: Contract, new: Contract, schemas: SchemaWalk) -> None:
        self._old, self._new, self._schemas = old, new, schemas
        self._contents = ContentWalk(old, new, schemas)

    def compare_all(self) -> Iterator[Found]:
        """Compare every operation."""
        old, new = self._old.operations, self._new.operations
        places = {(o.method, o.path): o for o in new.values() if o.id not in old}
        orphans = [o for o in old.values() if o.id not in new]
        renamed = {o.id: places[o.method, o.path] for o in orphans if (o.method, o.path) in places}
        for name, operation in old.items():
            if name in renamed:
                yield name, "operation-renamed", f"is now named `{renamed[name].id}`"
                yield from self._compare_operation(operation, renamed[name])
            elif name in new:
                yield from self._compare_operation(operation, new[name])
            else:
                yield name, "operation-removed", "was removed"
        for name in new:
            if name not in old and new[name] not in renamed.values():
                yield name, "operation-added", f"is new: {new[name].method} {new[name].path}"

    def _compare_operation(self, old: Operation, new: Operation) -> Iterator[Found]:
        place = old.id
        if (old.method, old.path) != (new.method, new.path):
            yield place, "operation-moved", f"is now {new.method} {new.path}, was {old.method} {old.path}"
        yield from self._compare_parameters(place, old, new)
        yield from self._contents.compare_body(place, old.body, new.body)
        yield from self._contents.compare_successes(place, old, new)
        yield from self._contents.compare_errors(place, old, new)
        yield from _compare_events(place, old.node, new.node)
        if old.servers != new.servers:
            text = f"is at {', '.join(new.servers) or 'the service'}, was at {', '.join(old.servers) or 'the service'}"
            yield place, "operation-server-changed", text
        yield from _compare_security(place, old.security, new.security)
        if old.node.get("x-idempotent") != new.node.get("x-idempotent"):
            safe = new.node.get("x-idempotent")
            yield place, "idempotency-changed", "may be repeated safely" if safe else "is not repeated when in doubt"
        yield from compare_switch(place, old.node, new.node, "deprecated", DEPRECATION)
        yield from compare_facts(place, select_others(old.node, _UNDERSTOOD), select_others(new.node, _UNDERSTOOD))
        yield from compare_documentation(place, old.node, new.node, ("summary", "description"))

    def _compare_parameters(self, place: str, old: Operation, new: Operation) -> Iterator[Found]:
        before, after = dict(old.parameters), dict(new.parameters)
        for key in before.keys() & after.keys():
            name = _format_parameter_name(key, before, after)
            yield from self._compare_parameter(f"{place}.{name}", before[key], after[key])
        gone = {key: before[key] for key in before if key not in after}
        come = {key: after[key] for key in after if key not in before}
        for key, node in gone.items():
            twin = next((other for other in come if other[0] == key[0]), None)
            if twin is None:
                yield f"{place}.{_format_parameter_name(key, before, after)}", "parameter-removed", "was removed"
            else:
                yield from self._compare_parameter(f"{place}.{key[0]}", node, come.pop(twin))
        for key, node in come.items():
            required = bool(node.get("required"))
            kind = "parameter-added" + "-required" * required
            yield f"{place}.{_format_parameter_name(key, before, after)}", kind, "is new" + " and required" * required

    def _compare_parameter(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        if old.get("in") != new.get("in"):
            yield place, "parameter-relocated", f"travels in the {new.get('in')}, was in the {old.get('in')}"
        yield from compare_switch(place, old, new, "required", NEED)
        if _find_style(old) != _find_style(new):
            yield place, "parameter-serialised-otherwise", "is written in another style"
        optional = not old.get("required") and not new.get("required")
        yield from self._schemas.compare(place, find_value_schema(old), find_value_schema(new), optional=optional)
        yield from compare_switch(place, old, new, "deprecated", DEPRECATION)
        yield from compare_facts(place, _select_facts(old), _select_facts(new))
        yield from compare_documentation(place, old, new)


def _format_parameter_name(key: tuple[str, str], *sides: dict[tuple[str, str], Node]) -> str:
    """Format the name of a parameter, with its place where another one has the same name."""
    is_shared = any(sum(name == key[0] for name, _ in side) > 1 for side in sides)
    return f"{key[0]} in {key[1]}" if is_shared else key[0]


def _compare_events(place: str, old: Node, new: Node) -> Iterator[Found]:
    before, after = old.get("x-events") or {}, new.get("x-events") or {}
    for name, event in before.items():
        here = f"{place} ⇒ {name}"
        if name not in after:
            yield here, "event-removed", "is no longer sent"
        elif event.get("schema") != after[name].get("schema"):
            yield here, "type-changed", f"is `{after[name].get('schema')}`, was `{event.get('schema')}`"
        elif event.get("friendly") != after[name].get("friendly"):
            yield here, "event-type-changed", f"is read as `{after[name].get('friendly')}`"
        elif event != after[name]:
            yield here, "fact-changed", "has other facts"
    for name in after:
        if name not in before:
            yield f"{place} ⇒ {name}", "event-added", "is a new event"


def _compare_security(place: str, old: Any, new: Any) -> Iterator[Found]:
    before, after = _collect_schemes(old), _collect_schemes(new)
    if before == after:
        if _collect_scopes(old) != _collect_scopes(new):
            yield place, "keyword-changed", "asks for other scopes"
        return
    free = frozenset[str]()
    relaxed = (free in after and free not in before) or before < after
    yield (
        place,
        "security-relaxed" if relaxed else "security-required",
        f"takes {_format_ways(after)}, took {_format_ways(before)}",
    )


def _collect_schemes(requirements: Any) -> set[frozenset[str]]:
    return {frozenset(way) for way in requirements or ()} or {frozenset()}


def _collect_scopes(requirements: Any) -> list[str]:
    return sorted(repr(sorted((name, sorted(scopes)) for name, scopes in way.items())) for way in requirements or ())


def _format_ways(ways: set[frozenset[str]]) -> str:
    return " or ".join(sorted("+".join(sorted(way)) or "no key" for way in ways))


def _find_style(parameter: Node) -> list[Any]:
    """Find how the value of a parameter is written."""
    return [*(parameter.get(key) for key in ("style", "explode", "allowReserved")), *(parameter.get("content") or ())]


def _select_facts(parameter: Node) -> dict[str, Any]:
    return {key: value for key, value in parameter.items() if str(key).startswith("x-")}
