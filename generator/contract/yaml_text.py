"""Writes edits into the text of a YAML document, and leaves its comments and its layout alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import yaml

from generator.contract.edits import Edit, apply_edits, find_edits
from generator.contract.matching import GONE
from generator.document import Document, parse

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP = 2
#: Each edit reads the text twice; a document that needs more of them is not in our layout.
_MOST_EDITS = 25


def rewrite_text(text: str, old: Document, new: Document) -> str:
    """Return the text of a document that says something else: edited where that is little, else in our layout."""
    edits = list(find_edits(old, new))
    return edit_text(text, old, edits) if len(edits) <= _MOST_EDITS else dump(new)


def edit_text(text: str, document: Document, edits: Sequence[Edit]) -> str:
    """Return the text with the edits carried out one after the other; what cannot be done in place is written anew."""
    for edit in edits:
        document = apply_edits(document, [edit])
        text = _apply_edit(text, edit)
        if parse(text.encode()) != document:
            text = dump(document)
    return text


def dump(document: Document) -> str:
    """Return a document as YAML in our layout."""
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)


def _apply_edit(text: str, edit: Edit) -> str:
    lines = text.splitlines(keepends=True)
    node: Any = yaml.compose(text, Loader=_Loader)
    *way, last = edit.steps
    for step in way:
        node = _find_child(node, step)[1]
    found = _find(node, last)
    if node.flow_style:
        return _rewrite(text, lines, node, edit)
    if found is None:
        return _insert(lines, node, edit)
    start, end = _find_entry_lines(node, found)
    more = [] if edit.value is GONE else _format_entry(node, last, edit.value, found[0].start_mark.column)
    if edit.value is GONE and len(node.value) == 1:
        return text  # an empty mapping has no lines: the whole is written anew
    return "".join([*lines[:start], *more, *lines[end:]])


def _rewrite(text: str, lines: list[str], node: Any, edit: Edit) -> str:
    """Return a mapping or list in braces, written anew in its place."""
    value: Any = parse(("x: " + _slice(text, lines, node)).encode())["x"]
    last = edit.steps[-1]
    if edit.value is GONE:
        del value[last]
    elif isinstance(value, list) and last == len(value):
        value.append(edit.value)
    else:
        cast(Any, value)[last] = edit.value
    start, end = _to_offset(lines, node.start_mark), _to_offset(lines, node.end_mark)
    return text[:start] + _format_flow(value) + text[end:]


def _insert(lines: list[str], node: Any, edit: Edit) -> str:
    children = node.value
    final = children[-1] if isinstance(node, yaml.SequenceNode) else children[-1][1]
    line = _find_last_line(final) + 1
    column = children[0].start_mark.column - _STEP if isinstance(node, yaml.SequenceNode) else node.start_mark.column
    return "".join([*lines[:line], *_format_entry(node, edit.steps[-1], edit.value, column), *lines[line:]])


def _format_entry(node: Any, key: Any, value: Any, column: int) -> list[str]:
    plain = [value] if isinstance(node, yaml.SequenceNode) else {key: value}
    return [" " * column + line if line.strip() else line for line in dump(plain).splitlines(keepends=True)]  # type: ignore[arg-type]


def _find_entry_lines(node: Any, found: tuple[Any, Any]) -> tuple[int, int]:
    return found[0].start_mark.line, _find_last_line(found[1]) + 1


def _find_last_line(node: Any) -> int:
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        mark = node.end_mark
        return int(mark.line - 1 if mark.column == 0 and mark.line > node.start_mark.line else mark.line)
    return _find_last_line(node.value[-1] if isinstance(node, yaml.SequenceNode) else node.value[-1][1])


def _find(node: Any, key: Any) -> tuple[Any, Any] | None:
    try:
        return _find_child(node, key)
    except (KeyError, IndexError):
        return None


def _find_child(node: Any, key: Any) -> tuple[Any, Any]:
    if isinstance(node, yaml.SequenceNode):
        return node.value[int(key)], node.value[int(key)]
    for name, value in node.value:
        if name.value == key:
            return name, value
    raise KeyError(key)


def _to_offset(lines: list[str], mark: Any) -> int:
    return sum(len(line) for line in lines[: mark.line]) + int(mark.column)


def _slice(text: str, lines: list[str], node: Any) -> str:
    return " ".join(text[_to_offset(lines, node.start_mark) : _to_offset(lines, node.end_mark)].split("\n"))


def _format_flow(value: Any) -> str:
    written: str = yaml.dump(value, Dumper=_Dumper, default_flow_style=True, sort_keys=False, allow_unicode=True,
                             width=100_000)  # fmt: skip
    return written.strip().removesuffix("...").strip()


class _Dumper(yaml.SafeDumper):
    """Lists inside mappings are indented, and texts of several lines stay so."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text.strip("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
