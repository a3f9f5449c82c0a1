"""The code speaks the language of its field: no name has a word of the dialect that it once had."""

from __future__ import annotations

import ast
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
PARTICIPLES: Dict[str, str] = {
    "deprecated": "a decorator, called as that of `warnings`",
    "masked_headers": "a public method of `testing.Request`",
    "masked_query": "a public method of `testing.Request`",
}
"""Functions that are called by a participle, and why; any other says what it does."""

_PARTICIPLE = re.compile(r"_*(?!embed)[a-z]+[^e]ed(_|$)")
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


def find_participles(source: str) -> Iterator[str]:
    """Find the functions of a file that are called by a participle; a property is a noun, and may be one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and _PARTICIPLE.match(node.name):
            marks = "".join(map(ast.unparse, node.decorator_list))
            if "property" not in marks and "fixture" not in marks:
                yield node.name


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != "tests"])
def test_functions_are_verbs_and_no_participles(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        # To read the trees of all files takes seconds; few have a function that ends so.
        names = find_participles(source) if re.search(r"def _*[a-z]+[^e]ed[_(]", source) else ()
        found += [f"{path.relative_to(ROOT).as_posix()}: {name}" for name in names if name not in PARTICIPLES]
    assert found == []


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
