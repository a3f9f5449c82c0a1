"""The code speaks the language of its field: no name has a word of the dialect that it once had."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path
from typing import Dict, Iterator, Set

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ["overlays", "generator", "tests", "benchmarks", "examples"]
DIALECT: Dict[str, str] = {
    r"answer\w*": "response, result",
    r"tries": "attempts",
    r"nonsense\w*": "invalid",
    r"hints?": "retry_after",
    r"asked_wait": "retry_after",
    r"hang_up": "close, abort",
    r"friendly": "event_type",
    r"colour\w*": "sync, async; runtime",
    r"refusals?": "error, rejection",
}
"""Patterns of words, and what to write instead."""
ALLOWED: Dict[str, str] = {
    "Answer": "a deprecated alias of `testing.Response`",
    "CollectedAnswer": "a deprecated alias of `CollectedResponse`",
    "max_answer_bytes": "a deprecated alias of `max_response_bytes`",
    "generated_answer": "a field of the service's JSON, `generatedAnswer`",
    "read_only_hint": "a field of MCP's ToolAnnotations",
    "destructive_hint": "a field of MCP's ToolAnnotations",
    "idempotent_hint": "a field of MCP's ToolAnnotations",
    "get_type_hints": "a function of `typing`",
    "error_status_hint": "an attribute of h11's ProtocolError",
}
"""Names that others gave, or that users of an older version still write; and why each is there."""

_WORD = re.compile(rf"(?<![a-z])(?:{'|'.join(DIALECT)})(?![a-z])")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def speaks_dialect(name: str) -> bool:
    """Whether a name has a word of the dialect, in whatever case it is written."""
    return _WORD.search(_HUMP.sub("_", name).lower()) is not None


def read_names(source: str) -> Set[str]:
    """Every name in the code of a file; comments and texts have none."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.string for token in tokens if token.type == tokenize.NAME}


def find_dialect(folder: str) -> Iterator[str]:
    """Find the names of a folder that have a word of the dialect: `file: name`."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        place = path.relative_to(ROOT).as_posix()
        # To read the tokens of all files takes seconds; few files have one of the words at all.
        names = read_names(source) if speaks_dialect(source) else set()
        for name in sorted({*names, path.stem}):
            if speaks_dialect(name) and name not in ALLOWED:
                yield f"{place}: {name}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_names_have_no_word_of_the_dialect(folder: str) -> None:
    found = list(find_dialect(folder))
    assert not found, "\n".join([*found, "write instead:", *map(" for ".join, map(reversed, DIALECT.items()))])


def test_every_name_that_is_allowed_is_still_there() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__)
    )
    assert [name for name in ALLOWED if not re.search(rf"\b{name}\b", sources)] == []


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("answer", True),
        ("CollectedAnswer", True),
        ("max_answer_bytes", True),
        ("LONGEST_HINT", True),
        ("test_a_client_of_the_other_colour_is_refused", True),
        ("find_refusals", True),
        ("_hang_up", True),
        ("retries", False),
        ("response", False),
        ("hinted", False),
        ("color", False),
    ],
)
def test_a_word_is_found_wherever_it_stands_in_a_name(name: str, is_found: bool) -> None:
    assert speaks_dialect(name) is is_found
