"""The facts of a document: what this project adds to it, and an Overlay document that holds nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from generator.document import Document
from generator.objects import Steps, look_up, walk_objects
from generator.vocabulary import FACTS

#: Why a fact stands where it stands, unless somebody gives a better reason.
REASONS: Mapping[str, str] = {
    "operationId": "The name of the method.",
    "x-idempotent": "Whether a repeat can do harm.",
    "x-events": "The events of the stream, and how each is handed over.",
    "x-not-blank": "White space alone is refused by the service.",
    "x-echo": "The service repeats what the caller sent, whatever its JSON type.",
    "x-secret": "A credential, masked in the repr of results.",
    "x-shown": "No prose and no secret: shown in the repr of results.",
    "x-length-unit": "The service counts UTF-16 code units.",
    "x-checked": "The service refuses other values.",
    "x-expected": "Sent today, but a response without it is still worth reading.",
    "x-required-when": "The service refuses a request without it.",
    "x-friendly": "The name in the event that users see.",
    "x-python-name": "The name in Python.",
    "x-deprecated-values": "The service may cease to know them.",
    "x-sdk-facts": "What each fact means.",
}


def find_facts(document: Document) -> Iterator[tuple[Steps, Document]]:
    """Find each object that bears facts, by its place, and the facts."""
    for kind, steps, node in walk_objects(document):
        facts = {key: value for key, value in node.items() if _is_fact(kind, key)}
        if facts:
            yield steps, facts


def strip_facts(document: Document) -> Document:
    """Return the document without its facts: what somebody who knows nothing of this project would publish."""
    bare = copy.deepcopy(document)
    for steps, facts in find_facts(document):
        for key in facts:
            del look_up(bare, steps)[key]
    return bare


def find_missing_actions(document: Document, covered: Document) -> list[Document]:
    """Find actions for the facts of `document` that `covered`, the same document made by the overlay, does not have."""
    present = dict(find_facts(covered))
    actions = []
    for steps, facts in find_facts(document):
        lacking = {key: value for key, value in facts.items() if present.get(steps, {}).get(key) != value}
        if lacking:
            reason = " ".join(dict.fromkeys(REASONS.get(key, "A fact.") for key in lacking))
            actions.append({"target": to_json_path(document, steps), "description": reason, "update": lacking})
    return actions


def to_json_path(document: Document, steps: Steps) -> str:
    """Return the JSONPath of a place; a parameter is found by its name, since its position means nothing."""
    path, node = "$", cast("Any", document)
    for step in steps:
        node = node[step]
        if isinstance(step, int) and isinstance(node, dict) and {"name", "in"} <= node.keys():
            path += f"[?@.name == {_quote(node['name'])} && @.in == {_quote(node['in'])}]"
        elif isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if step.isidentifier() and step.isascii() else f"[{_quote(step)}]"
    return path


def _quote(text: str) -> str:
    return "'" + json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def _is_fact(kind: str, key: Any) -> bool:
    return key in FACTS.get(kind, ()) or (kind == "operation" and key == "operationId")
