"""The page of the architecture shows what there is."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path
from typing import Iterator, Set

from .pages import ROOT

OVERLAYS = ROOT / "overlays"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PICTURE = PAGE.split("```")[1]
_NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
#: The way through httpx, which connections of our own are not.
_HTTPX = {"proxies.py", "interception.py"}


def test_the_files_that_the_page_names_are_there() -> None:
    homes = (OVERLAYS, ROOT, ROOT / "infinity_assistant")
    named = set(re.findall(r"`([\w./]+\.py)`", PAGE))
    assert len(named) > 30
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()


def test_the_picture_has_every_folder() -> None:
    folders = {path.parent.relative_to(OVERLAYS).parts[0] for path in OVERLAYS.glob("*/*.py")} | {"api", "models"}
    assert set(re.findall(r"(\w+)/ ", PICTURE)) == folders


def test_the_price_of_connections_is_what_the_page_says() -> None:
    """Within a tenth, so that not each change of a line changes the page."""
    files = [path for path in (OVERLAYS / "_http").glob("*.py") if path.name not in _HTTPX and "httpx" not in path.name]
    stated = re.search(r"is code to keep: ([\d,]+) lines in (\d+) files .*? \(([\d,]+) with", PAGE, re.DOTALL)
    assert stated
    code, count, whole = (int(figure.replace(",", "")) for figure in stated.groups())
    counted = sum(len(set(_lines_of_code(path))) for path in files)
    assert abs(counted - code) <= code / 10, counted
    assert abs(len(files) - count) <= count / 10, len(files)
    total = sum(len(path.read_text("utf-8").splitlines()) for path in files)
    assert abs(total - whole) <= whole / 10, total


def _lines_of_code(path: Path) -> Iterator[int]:
    text = path.read_text("utf-8")
    explained = _lines_of_docstrings(text)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            yield from set(range(token.start[0], token.end[0] + 1)) - explained


def _lines_of_docstrings(text: str) -> Set[int]:
    lines: Set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and ast.get_docstring(node, clean=False) is not None:
                lines |= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return lines
