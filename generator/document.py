"""Loading the API description: bounded, without surprises, and with errors that name the place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from generator.refusal import Refusal

MEGABYTES = 4
DEPTH = 60

Document = dict[str, Any]


class DocumentError(Refusal):
    """The document cannot be used as it is: where, what is wrong, and what to do about it."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(place, problem, remedy)
        self.place, self.problem, self.remedy = place, problem, remedy

    def __str__(self) -> str:
        return f"{shown(self.place)}: {shown(self.problem)}; {shown(self.remedy)}"


def shown(text: str, limit: int = 300) -> str:
    """Text of the document on one line of a terminal: printable, and not too long."""
    plain = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return plain if len(plain) <= limit else f"{plain[:limit]}..."


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
    _check_events(text, place)
    try:
        document = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader with stricter keys
    except yaml.YAMLError as problem:  # Two documents in one file are good events, and no document.
        raise _unreadable(place, problem) from None
    except ValueError as problem:
        raise DocumentError(place, f"holds a value that cannot be read: {problem}", "correct it") from None
    if not isinstance(document, dict):
        raise DocumentError(place, "is not an object", "an OpenAPI document begins with `openapi: 3.1.0`")
    return document


def _check_events(text: str, place: str) -> None:
    """Look at the stream of YAML events before anything is built from it."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_BaseLoader):
            line = _line(place, event.start_mark)
            # Ten aliases within aliases are a billion nodes, and one within itself is a document without end.
            if isinstance(event, yaml.AliasEvent):
                raise DocumentError(line, "a YAML alias", "write the value out, or use $ref")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEPTH:
                raise DocumentError(line, f"nested more than {DEPTH} levels deep", "use named schemas and $ref")
            if tag := getattr(event, "tag", None):
                raise DocumentError(line, f"the YAML tag {tag}", "only plain YAML is read: remove the tag")
    except yaml.YAMLError as problem:
        raise _unreadable(place, problem) from None


def _unreadable(place: str, problem: yaml.YAMLError) -> DocumentError:
    line = _line(place, getattr(problem, "problem_mark", None))
    return DocumentError(line, f"is not YAML: {getattr(problem, 'problem', None) or problem}", "mend the syntax")


def _line(place: str, mark: Any) -> str:
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
