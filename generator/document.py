"""Loading the API description: bounded, without surprises, and with errors that name the place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from generator.errors import DocumentError as DocumentError

MEGABYTES = 4
DEPTH = 60

Document = dict[str, Any]


def load(path: Path) -> Document:
    """Read a document from a YAML or JSON file."""
    return parse(path.read_bytes(), path.name)


def parse(source: bytes, place: str = "document") -> Document:
    """Read a document from the bytes of YAML or JSON.

    Raises `DocumentError` for what is no UTF-8, too large, too deep, tagged, multiplied by an alias or said twice.
    """
    if len(source) > MEGABYTES * 2**20:
        raise DocumentError(place, f"has {len(source)} bytes", f"the limit is {MEGABYTES} MB: split or shorten it")
    try:
        text = source.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        raise DocumentError(place, f"is not UTF-8 at byte {problem.start}", "save it as UTF-8") from None
    document = _parse_json(text, place) if text.lstrip()[:1] == "{" else None
    if document is None:
        document = _parse_yaml(text, place)
    if not isinstance(document, dict):
        raise DocumentError(place, "is not an object", "an OpenAPI document begins with `openapi: 3.1.0`")
    return document


def _parse_json(text: str, place: str) -> Any:
    """Parse the value, or `None` for what is no JSON: a flow mapping of YAML begins alike."""
    try:
        value = json.loads(text, object_pairs_hook=lambda pairs: _refuse_repetition(pairs, place), parse_constant=str)
    except json.JSONDecodeError:
        return None
    except RecursionError:
        raise DocumentError(place, f"nested more than {DEPTH} levels deep", "use named schemas and $ref") from None
    except ValueError as problem:
        raise DocumentError(place, f"holds a value that cannot be read: {problem}", "correct it") from None
    _check_depth(value, place)
    return value


def _refuse_repetition(pairs: list[tuple[str, Any]], place: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DocumentError(place, f"the key {twice} stands twice", "remove one of them")
    return found


def _check_depth(value: Any, place: str) -> None:
    waiting = [(value, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEPTH:
            raise DocumentError(place, f"nested more than {DEPTH} levels deep", "use named schemas and $ref")
        below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        waiting += [(item, depth + 1) for item in below if isinstance(item, (dict, list))]


def _parse_yaml(text: str, place: str) -> Any:
    _check_events(text, place)
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with stricter keys
    except yaml.YAMLError as problem:  # Two documents in one file are good events, and no document.
        raise _make_syntax_error(place, problem) from None
    except ValueError as problem:
        raise DocumentError(place, f"holds a value that cannot be read: {problem}", "correct it") from None


def _check_events(text: str, place: str) -> None:
    """Look at the stream of YAML events before anything is built from it."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_BaseLoader):
            # Ten aliases within aliases are a billion nodes, and one within itself is a document without end.
            if isinstance(event, yaml.AliasEvent):
                line = _format_line(place, event.start_mark)
                raise DocumentError(line, "a YAML alias", "write the value out, or use $ref")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEPTH:
                line = _format_line(place, event.start_mark)
                raise DocumentError(line, f"nested more than {DEPTH} levels deep", "use named schemas and $ref")
            if tag := getattr(event, "tag", None):
                line = _format_line(place, event.start_mark)
                raise DocumentError(line, f"the YAML tag {tag}", "only plain YAML is read: remove the tag")
    except yaml.YAMLError as problem:
        raise _make_syntax_error(place, problem) from None


def _make_syntax_error(place: str, problem: yaml.YAMLError) -> DocumentError:
    line = _format_line(place, getattr(problem, "problem_mark", None))
    return DocumentError(line, f"is not YAML: {getattr(problem, 'problem', None) or problem}", "mend the syntax")


def _format_line(place: str, mark: Any) -> str:
    return place if mark is None else f"{place} line {mark.line + 1}"


_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]
    """A safe loader in which `2026-01-01` is text, keys are text, and a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, Any]:
        seen = set()
        for key_node, _ in node.value:
            place = f"line {key_node.start_mark.line + 1}"
            if not isinstance(key_node, yaml.ScalarNode):
                raise DocumentError(place, "a key that is not text", "write a plain key")
            if key_node.value in seen:
                raise DocumentError(place, f"the key {key_node.value} stands twice", "remove one of them")
            seen.add(key_node.value)
            key_node.tag = "tag:yaml.org,2002:str"
        pairs: dict[str, Any] = super().construct_mapping(node, deep)
        return pairs


#: What JSON has: a date, `1_000`, `0x10` or `yes` stays text.
_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))
