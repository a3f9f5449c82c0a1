"""Edits of a document as values: what merging two documents comes to."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from generator.contract.matching import GONE
from generator.document import Document
from generator.objects import Steps, look_up


class Edit(NamedTuple):
    """A value to write at a place of our document, or `GONE`."""

    steps: Steps
    value: Any
    is_new_item: bool = False


def find_edits(old: Any, new: Any, steps: Steps = ()) -> Iterator[Edit]:
    """Find the edits that make one document of another; what is removed from a list comes from its end."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from find_edits(old.get(key, GONE), new.get(key, GONE), (*steps, key))
    elif isinstance(old, list) and isinstance(new, list):
        for index, item in enumerate(new):
            yield from find_edits(old[index] if index < len(old) else GONE, item, (*steps, index))
        yield from (Edit((*steps, index), GONE) for index in reversed(range(len(new), len(old))))
    elif old is GONE or new is GONE or type(old) is not type(new) or old != new:
        yield Edit(steps, new)


def apply_edits(document: Document, edits: list[Edit]) -> Document:
    """Return our document with the edits."""
    document = copy.deepcopy(document)
    for steps, value, _ in edits:
        *way, last = steps
        parent = look_up(document, tuple(way))
        if value is GONE:
            del parent[last]
        elif isinstance(parent, list) and last == len(parent):
            parent.append(value)
        else:
            cast(Any, parent)[last] = value
    return document


def sort_edits(ours: Document, edits: list[Edit]) -> list[Edit]:
    """Sort edits such that none moves the place of another; what is new in a list gets its index."""
    return sorted(_number_additions(ours, edits), key=_order)


def _number_additions(ours: Document, edits: list[Edit]) -> Iterator[Edit]:
    """Return the edits, in which what is new in a list has the index behind its last item in place of its key."""
    appended: dict[Steps, int] = {}
    for edit in edits:
        *way, last = edit.steps
        if not edit.is_new_item:
            yield edit
            continue
        steps = tuple(way)
        index = appended[steps] = appended.get(steps, len(look_up(ours, steps)) - 1) + 1
        yield Edit((*steps, index), edit.value)


def _order(edit: Edit) -> tuple[bool, int]:
    """Order edits: what is removed from a list comes last, from its end, so that no other place moves."""
    last = edit.steps[-1]
    is_removal = edit.value is GONE and isinstance(last, int)
    return is_removal, -last if is_removal and isinstance(last, int) else 0
