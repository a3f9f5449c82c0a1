"""What changed in the operations: where they are, what they take, what they answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diff.contract import Contract, Node, Operation, json_schema, media_types
from generator.diff.schemas import SchemaWalk
from generator.diff.shape import bare
from generator.diff.statements import DEPRECATION, NEED, Found, documentation, facts, switched

_UNDERSTOOD = frozenset({"operationId", "summary", "description", "tags", "parameters", "requestBody", "responses",
                         "deprecated", "security", "x-idempotent", "x-events", "externalDocs", "servers"})  # fmt: skip


class OperationWalk:
    """Compares the operations of two contracts."""

    def __init__(self, old: Contract, new: Contract, schemas: SchemaWalk) -> None:
        self._old, self._new, self._schemas = old, new, schemas

    def all(self) -> Iterator[Found]:
        """Compare every operation."""
        old, new = self._old.operations, self._new.operations
        places = {(o.method, o.path): o for o in new.values() if o.id not in old}
        orphans = [o for o in old.values() if o.id not in new]
        renamed = {o.id: places[o.method, o.path] for o in orphans if (o.method, o.path) in places}
        for name, operation in old.items():
            if name in renamed:
                yield name, "operation-renamed", f"is now named `{renamed[name].id}`"
                yield from self._operation(operation, renamed[name])
            elif name in new:
                yield from self._operation(operation, new[name])
            else:
                yield name, "operation-removed", "was removed"
        for name in new:
            if name not in old and new[name] not in renamed.values():
                yield name, "operation-added", f"is new: {new[name].method} {new[name].path}"

    def _operation(self, old: Operation, new: Operation) -> Iterator[Found]:
        place = old.id
        if (old.method, old.path) != (new.method, new.path):
            yield place, "operation-moved", f"is now {new.method} {new.path}, was {old.method} {old.path}"
        yield from self._parameters(place, old, new)
        yield from self._body(place, old.body, new.body)
        yield from self._successes(place, old, new)
        yield from self._errors(place, old, new)
        yield from _events(place, old.node, new.node)
        if old.servers != new.servers:
            text = f"is at {', '.join(new.servers) or 'the service'}, was at {', '.join(old.servers) or 'the service'}"
            yield place, "operation-server-changed", text
        yield from _security(place, old.security, new.security)
        if old.node.get("x-idempotent") != new.node.get("x-idempotent"):
            safe = new.node.get("x-idempotent")
            yield place, "idempotency-changed", "may be repeated safely" if safe else "is not repeated when in doubt"
        yield from switched(place, old.node, new.node, "deprecated", DEPRECATION)
        yield from facts(place, _others(old.node), _others(new.node))
        yield from documentation(place, old.node, new.node, ("summary", "description"))

    def _parameters(self, place: str, old: Operation, new: Operation) -> Iterator[Found]:
        before, after = dict(old.parameters), dict(new.parameters)
        for key in before.keys() & after.keys():
            name = _parameter_name(key, before, after)
            yield from self._parameter(f"{place}.{name}", before[key], after[key])
        gone = {key: before[key] for key in before if key not in after}
        come = {key: after[key] for key in after if key not in before}
        for key, node in gone.items():
            twin = next((other for other in come if other[0] == key[0]), None)
            if twin is None:
                yield f"{place}.{_parameter_name(key, before, after)}", "parameter-removed", "was removed"
            else:
                yield from self._parameter(f"{place}.{key[0]}", node, come.pop(twin))
        for key, node in come.items():
            required = bool(node.get("required"))
            kind = "parameter-added" + "-required" * required
            yield f"{place}.{_parameter_name(key, before, after)}", kind, "is new" + " and required" * required

    def _parameter(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        if old.get("in") != new.get("in"):
            yield place, "parameter-relocated", f"travels in the {new.get('in')}, was in the {old.get('in')}"
        yield from switched(place, old, new, "required", NEED)
        if any(old.get(key) != new.get(key) for key in ("style", "explode", "allowReserved", "content")):
            yield place, "parameter-serialised-otherwise", "is written in another style"
        optional = not old.get("required") and not new.get("required")
        yield from self._schemas.compare(place, old.get("schema"), new.get("schema"), optional=optional)
        yield from switched(place, old, new, "deprecated", DEPRECATION)
        yield from documentation(place, old, new)

    def _body(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        if bool(old) != bool(new):
            kind = "body-removed" if old else "body-added-required" if new.get("required") else "body-added"
            yield f"{place}.body", kind, "was removed" if old else "is new"
            return
        yield from switched(f"{place}.body", old, new, "required", NEED)
        yield from self._content(f"{place}.body", old, new)

    def _successes(self, place: str, old: Operation, new: Operation) -> Iterator[Found]:
        before, after = old.successes, new.successes
        gone, come = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
        if len(gone) == len(come) == 1 and bare(json_schema(before[gone[0]])) == bare(json_schema(after[come[0]])):
            yield f"{place} → {gone[0]}", "success-status-changed", f"is now answered as {come[0]}"
            gone = come = []
        for status in gone:
            yield f"{place} → {status}", "success-removed", "is no longer answered"
        for status in come:
            yield f"{place} → {status}", "success-added", "is a new answer"
        for status in sorted(before.keys() & after.keys()):
            yield from self._content(f"{place} → {status}", before[status], after[status])
            yield from self._headers(f"{place} → {status}", before[status], after[status])

    def _errors(self, place: str, old: Operation, new: Operation) -> Iterator[Found]:
        before = {status: node for status, node in old.responses.items() if status not in old.successes}
        after = {status: node for status, node in new.responses.items() if status not in new.successes}
        for status in sorted(before.keys() - after.keys()):
            yield f"{place} → {status}", "error-removed", "is no longer answered"
        for status in sorted(after.keys() - before.keys()):
            yield f"{place} → {status}", "error-added", "is a new error"
        for status in sorted(before.keys() & after.keys()):
            yield from self._content(f"{place} → {status}", before[status], after[status])
            yield from self._headers(f"{place} → {status}", before[status], after[status])

    def _content(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        if media_types(old) != media_types(new):
            yield place, "media-type-changed", f"is {_list(media_types(new))}, was {_list(media_types(old))}"
        yield from self._schemas.compare(place, json_schema(old), json_schema(new))
        yield from documentation(place, old, new)

    def _headers(self, place: str, old: Node, new: Node) -> Iterator[Found]:
        before, after = old.get("headers") or {}, new.get("headers") or {}
        for name in sorted(before.keys() - after.keys()):
            yield f"{place}.{name}", "answer-header-removed", "is no longer sent"
        for name in sorted(after.keys() - before.keys()):
            yield f"{place}.{name}", "answer-header-added", "is new"
        for name in sorted(before.keys() & after.keys()):
            one, other = self._old.resolve(before[name]), self._new.resolve(after[name])
            yield from self._schemas.compare(f"{place}.{name}", one.get("schema"), other.get("schema"))


def _parameter_name(key: tuple[str, str], *sides: dict[tuple[str, str], Node]) -> str:
    """The name of a parameter, with its place where another one has the same name."""
    is_shared = any(sum(name == key[0] for name, _ in side) > 1 for side in sides)
    return f"{key[0]} in {key[1]}" if is_shared else key[0]


def _events(place: str, old: Node, new: Node) -> Iterator[Found]:
    before, after = old.get("x-events") or {}, new.get("x-events") or {}
    for name, event in before.items():
        here = f"{place} ⇒ {name}"
        if name not in after:
            yield here, "event-removed", "is no longer sent"
        elif event.get("schema") != after[name].get("schema"):
            yield here, "type-changed", f"is `{after[name].get('schema')}`, was `{event.get('schema')}`"
        elif event.get("friendly") != after[name].get("friendly"):
            yield here, "event-friendly-changed", f"is read as `{after[name].get('friendly')}`"
        elif event != after[name]:
            yield here, "fact-changed", "has other facts"
    for name in after:
        if name not in before:
            yield f"{place} ⇒ {name}", "event-added", "is a new event"


def _security(place: str, old: Any, new: Any) -> Iterator[Found]:
    before, after = _schemes(old), _schemes(new)
    if before == after:
        return
    free = frozenset[str]()
    relaxed = (free in after and free not in before) or before < after
    yield place, "security-relaxed" if relaxed else "security-required", f"takes {_ways(after)}, took {_ways(before)}"


def _schemes(requirements: Any) -> set[frozenset[str]]:
    return {frozenset(way) for way in requirements or ()} or {frozenset()}


def _ways(ways: set[frozenset[str]]) -> str:
    return " or ".join(sorted("+".join(sorted(way)) or "no key" for way in ways))


def _others(node: Node) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key not in _UNDERSTOOD}


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "empty"
