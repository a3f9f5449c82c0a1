"""The comparison of two documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.diff.change import Change, sort_changes
from generator.diff.contract import Contract
from generator.diff.nodes import find_json_schema
from generator.diff.operations import OperationWalk
from generator.diff.rules import Direction, judge
from generator.diff.schemas import SchemaWalk
from generator.diff.service import compare_services
from generator.diff.statements import Found
from generator.names import to_python_name
from generator.parser import to_class_name


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Find every change between two documents, judged, the worst first."""
    before, after = Contract(old), Contract(new)
    schemas, judge_of = SchemaWalk(before, after), _Judge(before, after)
    inside = (judge_of.judge_inside(schema, found) for schema, found in schemas.compare_named())
    outside = (*OperationWalk(before, after, schemas).compare_all(), *compare_services(before, after, schemas))
    return sort_changes((*inside, *map(judge_of.judge_outside, outside)))


def find_renamed_classes(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Find the classes that only have another name by now."""
    renamed = SchemaWalk(Contract(old), Contract(new)).renamed
    return {to_class_name(before): to_class_name(after) for before, after in renamed.items()}


class _Judge:
    """Judges changes by the ways in which values travel, and says where else in Python they are seen."""

    def __init__(self, *contracts: Contract) -> None:
        self._contracts = contracts

    def judge_inside(self, schema: str, found: Found) -> Change:
        """Judge a change inside a named schema."""
        place, kind, text = found
        uses = [contract.uses.get(schema, {}) for contract in self._contracts]
        directions = {direction for use in uses for direction in use}
        users = sorted({user for use in uses for names in use.values() for user in names})
        verdict = judge(kind, directions)
        return Change(
            place, kind, text, verdict.callers, verdict.wire, tuple(users), self._find_schema_uses(schema, place)
        )

    def judge_outside(self, found: Found) -> Change:
        """Judge a change of an operation, or of the service."""
        place, kind, text = found
        is_received = " → " in place or " ⇒ " in place or place.startswith("webhook ")
        verdict = judge(kind, {Direction.RESPONSE if is_received else Direction.REQUEST})
        return Change(place, kind, text, verdict.callers, verdict.wire, (), frozenset(self._find_operation_uses(place)))

    def _find_schema_uses(self, schema: str, place: str) -> frozenset[str]:
        """Find the model and the class of its event, and the keywords that are made of its fields."""
        path = place[len(schema) :].partition("=")[0]
        models = {f"models.{to_class_name(schema)}", *self._find_event_classes(schema=schema)}
        if not path.startswith("."):
            return frozenset(models)
        field = to_python_name(path.split(".")[1].replace("[]", ""))
        senders = {name for contract in self._contracts for name in _find_senders(contract, schema)}
        keywords = {f"{owner}.{name}({field})" for name in senders for owner in ("api", "client")}
        return frozenset({*(f"{model}.{field}" for model in models), *keywords})

    def _find_operation_uses(self, place: str) -> Iterator[str]:
        operation, _, rest = place.partition(" ")[0].partition(".")
        field = rest.removeprefix("body.").partition(".")[0] if rest.startswith("body.") else rest
        keyword = to_python_name(field.partition("=")[0].replace("[]", ""))
        inside = f"({keyword})" if rest and rest != "body" else ""
        yield f"api.{operation.upper()}"
        yield from (f"{owner}.{operation}{inside}" for owner in ("api", "client"))
        if " ⇒ " in place:
            yield from self._find_event_classes(name=place.partition(" ⇒ ")[2])

    def _find_event_classes(self, name: str | None = None, schema: str | None = None) -> set[str]:
        """Find the classes of the events that have this name, or whose data has this schema."""
        events = [item for contract in self._contracts for item in contract.events]
        found = [event for wire, event in events if wire == name or event.get("schema") == schema]
        return {f"models.{to_class_name(str(event.get('friendly')))}Event" for event in found}


def _find_senders(contract: Contract, schema: str) -> Iterator[str]:
    for operation in contract.operations.values():
        if contract.find_name(find_json_schema(operation.body)) == schema:
            yield operation.id
