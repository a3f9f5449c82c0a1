"""Carries what changed between two states of an upstream document into ours.

Ours corrects theirs in most places, so neither replaces the other: each change of theirs is applied where ours still
says what theirs said before, is noted where ours says it already, and is a conflict anywhere else. Operations are found
by method and path, what is inside by following each `$ref`, so that it does not matter who gave a schema a name.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from typing import Any

from generator.contract.edits import Edit, sort_edits
from generator.contract.facts import strip_facts
from generator.contract.matching import GONE, Point, expand, find_components, find_list_key
from generator.document import Document
from generator.errors import shorten
from generator.objects import Steps

#: Said once for the whole service, and compared by what they say.
_SECTIONS = ("servers", "security", "paths", "webhooks")


@dataclass
class Merge:
    """What became of each change, as sentences, and the edits that carry it out."""

    edits: list[Edit] = field(default_factory=list)
    applied: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def merge(base: Document, new: Document, ours: Document) -> Merge:
    """Compare two upstream documents, and say what that means for ours."""
    return _Walk(strip_facts(base), strip_facts(new), ours).run()


class _Walk:
    def __init__(self, base: Document, new: Document, ours: Document) -> None:
        self._base, self._new, self._ours = base, new, ours
        self._result = Merge()
        self._seen: set[tuple[Steps, Steps, Steps]] = set()
        self._written: dict[Steps, Any] = {}

    def run(self) -> Merge:
        for section in _SECTIONS:
            points = [Point.of(document, section) for document in (self._base, self._new, self._ours)]
            self._compare(section, *points)
        schemes = ("components", "securitySchemes")
        self._compare("securitySchemes", *(Point.of(d, *schemes) for d in (self._base, self._new, self._ours)))
        self._result.edits = sort_edits(self._ours, self._result.edits)
        return self._result

    def _compare(self, place: str, base: Point, new: Point, ours: Point) -> None:
        base, new, ours = base.resolve(), new.resolve(), ours.resolve()
        if base.is_expanded_like(new):
            return
        if base.value is GONE or new.value is GONE:
            self._merge_added(place, new, ours) if base.value is GONE else self._merge_removed(place, base, ours)
            return
        ways = (base.steps, new.steps, ours.steps)
        if ours.value is GONE:
            self._note_conflict(place, "ours does not have it", base, new)
        elif ways not in self._seen:
            self._seen.add(ways)
            self._merge_inside(place, base, new, ours)

    def _merge_inside(self, place: str, base: Point, new: Point, ours: Point) -> None:
        values = (base.value, new.value, ours.value)
        if all(isinstance(value, dict) for value in values):
            for key in dict.fromkeys([*base.value, *new.value]):
                self._compare(f"{place}.{key}", base.below(key), new.below(key), ours.below(key))
        elif all(isinstance(value, list) for value in values):
            self._merge_list(place, base, new, ours)
        elif ours.is_like(new):
            self._result.already.append(place)
        elif ours.is_like(base):
            self._write(place, ours, copy.deepcopy(new.value), f"is {_show(new)}, was {_show(base)}")
        else:
            self._note_conflict(place, f"ours says {_show(ours)}", base, new)

    def _merge_list(self, place: str, base: Point, new: Point, ours: Point) -> None:
        entries = [{find_list_key(item): item for item in point.items()} for point in (base, new, ours)]
        before, after, own = entries
        for key in dict.fromkeys([*before, *after]):
            nothing = own.get(key) or Point(ours.document, (*ours.steps, key), GONE, is_new_item=True)
            points = [before.get(key, Point.nothing()), after.get(key, Point.nothing()), nothing]
            self._compare(f"{place}[{key}]", *points)

    def _merge_added(self, place: str, new: Point, ours: Point) -> None:
        if ours.value is GONE and not ours.is_placed:
            self._note_conflict(place, "ours has no place for it", Point.nothing(), new)
        elif ours.value is GONE:
            for section, name, component in find_components(self._new, new.value, self._ours):
                self._write(f"components.{section}.{name}", ours.at("components", section, name), component, "is new")
            self._write(place, ours, copy.deepcopy(new.value), "is new")
        elif ours.is_expanded_like(new):
            self._result.already.append(place)
        elif isinstance(new.value, dict) and isinstance(ours.value, dict):
            for key in new.value:
                self._compare(f"{place}.{key}", Point.nothing(), new.below(key), ours.below(key))
        else:
            self._note_conflict(place, f"ours says {_show(ours)}", Point.nothing(), new)

    def _merge_removed(self, place: str, base: Point, ours: Point) -> None:
        if ours.value is GONE:
            self._result.already.append(place)
        elif ours.is_expanded_like(base):
            self._write(place, ours, GONE, "was removed")
        else:
            self._note_conflict(place, f"ours says {_show(ours)}", base, Point.nothing())

    def _write(self, place: str, ours: Point, value: Any, text: str) -> None:
        if ours.steps in self._written:
            if json.dumps(self._written[ours.steps], default=str) != json.dumps(value, default=str):
                self._result.conflicts.append(
                    f"{place} {text}; ours shares the schema with a place that says otherwise"
                )
            return
        self._written[ours.steps] = value
        self._result.edits.append(Edit(ours.steps, value, ours.is_new_item))
        self._result.applied.append(f"{place} {text}")

    def _note_conflict(self, place: str, why: str, base: Point, new: Point) -> None:
        self._result.conflicts.append(f"{place}: upstream says {_show(new)}, said {_show(base)}; {why}")


def _show(point: Point) -> str:
    value = expand(point.document, point.value) if point.value is not GONE else GONE
    return "nothing" if value is GONE else shorten(json.dumps(value, ensure_ascii=False), 80)
