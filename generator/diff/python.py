"""What changed in the Python surface."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping

from generator.diff.change import Change, Level, sort_changes
from generator.diff.surface import Attribute, Class, Function, Item, Parameter
from generator.diff.types import judge_passed, judge_received, list_alternatives, spell

NONE, ADDITIVE, BREAKING = Level.NONE, Level.ADDITIVE, Level.BREAKING
Surface = Mapping[str, Item]
Found = tuple[str, str, str, Level]


def compare_surfaces(old: Surface, new: Surface, is_sent: Callable[[str], bool]) -> tuple[Change, ...]:
    """Find every change between two surfaces, the worst first.

    `is_sent` tells whether users construct a class, given its place; other classes are only handed to them.
    """
    return sort_changes(Change(*found, Level.NONE) for found in _compare_items(old, new, is_sent))


def _compare_items(old: Surface, new: Surface, is_sent: Callable[[str], bool]) -> Iterator[Found]:
    for place, item in old.items():
        if place not in new:
            if place.rpartition(".")[0] not in old or place.rpartition(".")[0] in new:
                yield place, "python-removed", "was removed", BREAKING
        elif type(item) is not type(new[place]):
            yield place, "python-kind-changed", "is something else now", BREAKING
        else:
            yield from _compare_item(place, item, new[place], is_sent(place.rpartition(".")[0]))
    for place, item in new.items():
        owner = place.rpartition(".")[0]
        if place not in old and (owner in old or owner not in new):
            yield from _report_added(place, item, owner in old, is_sent(owner))


def _report_added(place: str, item: Item, has_owner: bool, sent: bool) -> Iterator[Found]:
    required = has_owner and sent and isinstance(item, Attribute) and item.required
    yield place, "python-added", "is new" + " and required" * required, BREAKING if required else ADDITIVE


def _compare_item(place: str, old: Item, new: Item, sent: bool) -> Iterator[Found]:
    match old, new:
        case Function(), Function():
            yield from _compare_functions(place, old, new)
        case Attribute(), Attribute():
            yield from (
                _compare_aliases(place, old, new)
                if old.alias and new.alias
                else _compare_attributes(place, old, new, sent)
            )
        case Class(), Class() if old.bases != new.bases:
            worse = BREAKING if old.bases - new.bases else ADDITIVE
            yield place, "python-bases-changed", f"derives from {', '.join(sorted(new.bases)) or 'nothing'}", worse


def _compare_aliases(place: str, old: Attribute, new: Attribute) -> Iterator[Found]:
    """Compare aliases, which are open: a further value or event is no surprise, a missing one is."""
    before, after = list_alternatives(old.annotation), list_alternatives(new.annotation)
    for name in sorted(before - after):
        yield place, "python-alternative-removed", f"no longer includes `{name}`", BREAKING
    for name in sorted(after - before):
        yield place, "python-alternative-added", f"includes `{name}`", ADDITIVE


def _compare_attributes(place: str, old: Attribute, new: Attribute, sent: bool) -> Iterator[Found]:
    level = (judge_passed if sent else judge_received)(old.annotation, new.annotation)
    if level:
        yield place, "python-type-changed", f"is `{spell(new.annotation)}`, was `{spell(old.annotation)}`", level
    if sent and new.required and not old.required:
        yield place, "python-became-required", "is required", BREAKING


def _compare_functions(place: str, old: Function, new: Function) -> Iterator[Found]:
    if old.is_async != new.is_async:
        yield place, "python-async-changed", "is awaited" if new.is_async else "is not awaited", BREAKING
    level = judge_received(old.returns, new.returns)
    if level:
        yield place, "python-return-changed", f"returns `{spell(new.returns)}`, was `{spell(old.returns)}`", level
    for name, before in old.parameters.items():
        if name in new.parameters:
            yield from _compare_parameters(f"{place}({name})", before, new.parameters[name])
        else:
            yield f"{place}({name})", "python-parameter-removed", "was removed", BREAKING
    for name, after in new.parameters.items():
        if name not in old.parameters:
            level = BREAKING if after.required else ADDITIVE
            yield f"{place}({name})", "python-parameter-added", "is new" + " and required" * after.required, level
    if _list_positions(old) != _list_positions(new)[: len(_list_positions(old))]:
        yield place, "python-order-changed", "takes its positional arguments in another order", BREAKING


def _compare_parameters(place: str, old: Parameter, new: Parameter) -> Iterator[Found]:
    if old.kind != new.kind:
        yield place, "python-parameter-kind-changed", f"is {new.kind}", BREAKING if new.kind == "keyword" else ADDITIVE
    if old.required != new.required:
        level = BREAKING if new.required else ADDITIVE
        yield place, "python-parameter-need-changed", "is required" if new.required else "may be left out", level
    level = judge_passed(old.annotation, new.annotation)
    if level:
        yield place, "python-type-changed", f"is `{spell(new.annotation)}`, was `{spell(old.annotation)}`", level
    if old.default and new.default and ast.dump(old.default) != ast.dump(new.default):
        constant = isinstance(old.default, ast.Constant) and isinstance(new.default, ast.Constant)
        text = f"is `{ast.unparse(new.default)}` unless given, was `{ast.unparse(old.default)}`"
        yield place, "python-default-changed", text, BREAKING if constant else ADDITIVE


def _list_positions(function: Function) -> list[str]:
    return [p.name for p in function.parameters.values() if p.kind == "positional"]
