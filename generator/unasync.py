"""Takes the async out of Python source: one token for another, line by line."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from typing import Tuple

from generator.errors import GeneratorError

#: Names that lose their "a" together with their "await". One that no overlay needs is an error.
NAMES = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "AsyncIterator": "Iterator",
    "StopAsyncIteration": "StopIteration",
    "aclose": "close",
    "aiter_raw": "iter_raw",
}
#: In names, strings and comments alike.
_TEXT = re.compile(r"\bawait |\basync (?=with|for|def)|(?<![A-Za-z])Async(?=[A-Z])|\basync_(?=\w)")
_LEFTOVER = re.compile(r"async|await|^_?_?a(enter|exit|iter|next|close|read)(?![a-z])", re.IGNORECASE)
_STRING_START = getattr(tokenize, "FSTRING_START", None)
_STRING_END = getattr(tokenize, "FSTRING_END", None)

#: `Tuple`, because what `overlays/` contributes can be compared on Python 3.8 too.
Position = Tuple[int, int]


class LeftoverError(GeneratorError):
    """Something asynchronous has no synchronous form yet."""


def unasync(source: str, used: set[str] | None = None) -> str:
    """Return `source` without its async; lines stay where they are.

    The rules of `NAMES` that applied are added to `used`. Raises `LeftoverError` for what would stay asynchronous.
    """
    ast.parse(source)  # a broken one would be complained of in the words of the tokenizer
    lines = source.splitlines(keepends=True)
    for (row, start), (last, end), old, new in reversed(list(_find_edits(source))):
        if row != last:
            raise LeftoverError(f"line {row}: an edit over two lines")
        lines[row - 1] = lines[row - 1][:start] + new + lines[row - 1][end:]
        if used is not None and old in NAMES:
            used.add(old)
    result = "".join(lines)
    _check(result)
    return result


def _find_edits(source: str) -> Iterator[tuple[Position, Position, str, str]]:
    lines = source.splitlines(keepends=True)
    tokens = list(_read_tokens(source))
    next_ones = [*tokens[1:], tokens[-1]]
    for (kind, text, start, end), (_, _, following, _) in zip(tokens, next_ones):  # noqa: B905 - not on Python 3.8
        if kind == tokenize.NAME and text in ("async", "await"):
            yield start, following, text, ""
        elif kind == tokenize.NAME:
            new = NAMES.get(text, _TEXT.sub("", text))
            if new != text:
                yield start, end, text, new
        elif kind in (tokenize.STRING, tokenize.COMMENT):
            for row in range(start[0], end[0] + 1):
                left = start[1] if row == start[0] else 0
                line = lines[row - 1][left : end[1] if row == end[0] else None]
                new = _TEXT.sub("", line)
                if new != line:
                    yield (row, left), (row, left + len(line)), line, new


def _read_tokens(source: str) -> Iterator[tuple[int, str, Position, Position]]:
    """Read the tokens, in which an f-string is one string, as it was before Python 3.12."""
    depth = 0
    begin: Position = (0, 0)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if _STRING_START is not None and token.type == _STRING_START:
            begin = begin if depth else token.start
            depth += 1
        elif _STRING_END is not None and token.type == _STRING_END:
            depth -= 1
            if not depth:
                yield tokenize.STRING, "", begin, token.end
        elif not depth:
            yield token.type, token.string, token.start, token.end


def _check(source: str) -> None:
    for node in ast.walk(ast.parse(source)):
        for name in _list_names(node):
            if _LEFTOVER.search(name):
                line = getattr(node, "lineno", "?")
                raise LeftoverError(f"line {line}: {name!r} is still async; teach it to generator/unasync.py, NAMES")


def _list_names(node: ast.AST) -> Iterable[str]:
    if isinstance(node, (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)):
        return [type(node).__name__]
    fields = ("id", "attr", "name", "arg", "asname", "module")
    return [value for field in fields if isinstance(value := getattr(node, field, None), str)]
