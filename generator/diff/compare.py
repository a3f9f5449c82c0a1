"""The comparison of two documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.diff.change import Change, ordered
from generator.diff.contract import Contract, json_schema
from generator.diff.operations import OperationWalk
from generator.diff.rules import Direction, judge
from generator.diff.schemas import SchemaWalk
from generator.diff.service import service_changes
from generator.diff.statements import Found
from generator.names import python_name
from generator.tool import class_name


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every change between two documents, judged, the worst first."""
    before, after = Contract(old), Contract(new)
    schemas, judge_of = SchemaWalk(before, after), _Judge(before, after)
    inside = (judge_of.inside(schema, found) for schema, found in schemas.named())
    outside = (*OperationWalk(before, after, schemas).all(), *service_changes(before, after, schemas))
    return ordered((*inside, *map(judge_of.outside, outside)))


def renamed_classes(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """The classes that only have another name by now."""
    renamed = SchemaWalk(Contract(old), Contract(new)).renamed
    return {class_name(before): class_name(after) for before, after in renamed.items()}


class _Judge:
    """Judges changes by the ways in which values travel, and says where else in Python they are seen."""

    def __init__(self, *contracts: Contract) -> None:
        self._contracts = contracts

    def inside(self, schema: str, found: Found) -> Change:
        """Judge a change inside a named schema."""
        place, kind, text = found
        uses = [contract.uses.get(schema, {}) for contract in self._contracts]
        directions = {direction for use in uses for direction in use}
        users = sorted({user for use in uses for names in use.values() for user in names})
        verdict = judge(kind, directions)
        return Change(place, kind, text, verdict.callers, verdict.wire, tuple(users), self._of_schema(schema, place))

    def outside(self, found: Found) -> Change:
        """Judge a change of an operation, or of the service."""
        place, kind, text = found
        is_received = " → " in place or " ⇒ " in place or place.startswith("webhook ")
        verdict = judge(kind, {Direction.RESPONSE if is_received else Direction.REQUEST})
        return Change(place, kind, text, verdict.callers, verdict.wire, (), frozenset(self._of_operation(place)))

    def _of_schema(self, schema: str, place: str) -> frozenset[str]:
        """The model and the class of its event, and the keywords that are made of its fields."""
        path = place[len(schema) :].partition("=")[0]
        models = {f"models.{class_name(schema)}", *self._event_classes(schema=schema)}
        if not path.startswith("."):
            return frozenset(models)
        field = python_name(path.split(".")[1].replace("[]", ""))
        senders = {name for contract in self._contracts for name in _senders(contract, schema)}
        keywords = {f"{owner}.{name}({field})" for name in senders for owner in ("api", "client")}
        return frozenset({*(f"{model}.{field}" for model in models), *keywords})

    def _of_operation(self, place: str) -> Iterator[str]:
        operation, _, rest = place.partition(" ")[0].partition(".")
        field = rest.removeprefix("body.").partition(".")[0] if rest.startswith("body.") else rest
        keyword = python_name(field.partition("=")[0].replace("[]", ""))
        inside = f"({keyword})" if rest and rest != "body" else ""
        yield f"api.{operation.upper()}"
        yield from (f"{owner}.{operation}{inside}" for owner in ("api", "client"))
        if " ⇒ " in place:
            yield from self._event_classes(name=place.partition(" ⇒ ")[2])

    def _event_classes(self, name: str | None = None, schema: str | None = None) -> set[str]:
        """The classes of the events that have this name, or whose data has this schema."""
        events = [item for contract in self._contracts for item in contract.events]
        found = [event for wire, event in events if wire == name or event.get("schema") == schema]
        return {f"models.{class_name(str(event.get('friendly')))}Event" for event in found}


def _senders(contract: Contract, schema: str) -> Iterator[str]:
    for operation in contract.operations.values():
        if contract.name_of(json_schema(operation.body)) == schema:
            yield operation.id
