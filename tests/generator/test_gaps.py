"""What a new document leaves open is told before a test of the project fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.contract.command import find_missing, to_yaml
from generator.contract.gaps import find_gaps
from generator.contract.overlay import OVERLAY
from generator.document import Document, load
from generator.package import CONTRACT, ROOT

#: A document of these tests' own, so that the one of the service may grow.
OWN = Path(__file__).with_name("contract.yaml")
Change = Callable[[Document], object]
TEXT = {"type": "string"}


def usage(document: Document) -> Any:
    return document["paths"]["/user/usage"]["get"]


def part(document: Document) -> Any:
    return document["components"]["schemas"]["RateLimit"]["properties"]


def query(name: str, **said: Any) -> Change:
    return lambda d: usage(d).update(parameters=[{"name": name, "in": "query", "description": "It.", **said}])


GAPS: list[tuple[Change, str]] = [
    (lambda d: usage(d).pop("x-idempotent"), "does not say whether a repeat can do harm"),
    (lambda d: usage(d).update(summary="usage"), "is no sentence"),
    (lambda d: usage(d)["responses"].pop("default"), "describes no error"),
    (lambda d: usage(d).update(tags=["new"]), "does not describe"),
    (query("userId", schema=TEXT), "userId may be blank"),
    (query("word", schema={**TEXT, "maxLength": 5}), "without an x-length-unit"),
    (query("word", schema=TEXT, description=""), "the parameter word has no description"),
    (lambda d: part(d).update(more=TEXT), "RateLimit.properties.more has no description"),
    (lambda d: part(d).update(more={"type": "array", "items": {"type": "object"}, "description": "It."}),
     "RateLimit.properties.more.items is an object or enum without a name"),
    (lambda d: d["components"]["schemas"].update(Lonely={**TEXT, "description": "It."}), "Lonely is used nowhere"),
]  # fmt: skip


def test_our_document_leaves_nothing_open() -> None:
    assert find_gaps(ROOT, load(ROOT / CONTRACT)) == []


@pytest.mark.parametrize(("change", "told"), GAPS, ids=[told for _, told in GAPS])
def test_what_is_left_open_is_told_with_its_place(change: Change, told: str, tmp_path: Path) -> None:
    document = load(OWN)
    change(document)
    (gap,) = find_gaps(tmp_path, document)
    assert told in gap


def test_a_fact_that_the_overlay_does_not_have_is_told_with_the_action(tmp_path: Path) -> None:
    document = load(OWN)
    part(document)["reason"]["x-echo"] = True
    actions = to_yaml(find_missing(tmp_path, load(OWN)))
    (tmp_path / OVERLAY.parent).mkdir()
    head = "overlay: 1.1.0\ninfo: {title: Facts, version: '1'}\nactions:\n"
    (tmp_path / OVERLAY).write_text(head + actions, encoding="utf-8")
    (gap,) = find_gaps(tmp_path, document)
    assert "overlay --write" in gap
    assert "target: $.components.schemas.RateLimit.properties.reason" in gap
