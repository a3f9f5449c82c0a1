"""Writes into `overlays/` what the hand-written client lacks, for a maintainer to read and commit."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.facade.api_functions import ApiFunction, read_api_functions
from generator.facade.client_methods import Method, read_methods
from generator.facade.docstrings import explain_arguments
from generator.facade.events import EVENTS, add_events
from generator.facade.imports import add_imports
from generator.facade.left_out import LEFT_OUT
from generator.facade.signatures import DeclaredArgument
from generator.facade.sources import merge_modules, read_generated_sources
from generator.facade.suggestion import declare, write_method
from generator.names import CALL_OPTIONS
from generator.render import format_file


class _Insert(NamedTuple):
    """A text to put before a column of a line, both counted from 0."""

    line: int
    column: int
    text: str


def write_missing(
    root: Path, generated: Mapping[str, str] | None = None, left_out: Mapping[str, str] = LEFT_OUT
) -> dict[str, str]:
    """Make the files of `overlays/`, by their path from the root, with the methods and keywords that are missing."""
    sources = generated or read_generated_sources(root)
    functions = read_api_functions(merge_modules(sources, "api"), merge_modules(sources, "models"))
    found = read_methods(root / "overlays")
    inserts: dict[str, list[_Insert]] = defaultdict(list)
    for method in found:
        if method.operation in functions:
            lacking = _find_lacking(method, functions[method.operation], left_out)
            inserts[method.file] += _add_keywords(root, method, lacking)
    present = {method.operation: method for method in found}
    for name, function in functions.items():
        if name not in present and name not in left_out:
            neighbour = _find_neighbour(list(functions), name, present)
            inserts[neighbour.file].append(_Insert(neighbour.end, 0, f"\n{write_method(function)}\n"))
    files = {file: _write(root / file, changes) for file, changes in inserts.items() if changes}
    path = root / "overlays" / EVENTS
    present_events = path.read_text(encoding="utf-8")
    with_events = add_events(present_events, functions.values())
    if with_events != present_events:
        files[f"overlays/{EVENTS}"] = format_file(with_events)
    return files


def _find_lacking(method: Method, function: ApiFunction, left_out: Mapping[str, str]) -> list[DeclaredArgument]:
    return [
        argument
        for name, argument in function.arguments.items()
        if name not in method.passed and name not in CALL_OPTIONS and f"{function.name}.{name}" not in left_out
    ]


def _find_neighbour(order: list[str], name: str, present: Mapping[str, Method]) -> Method:
    """Find the method after which an operation belongs: that of the nearest operation before it."""
    before = [present[other] for other in order[: order.index(name)] if other in present]
    return before[-1] if before else next(iter(present.values()))


def _add_keywords(root: Path, method: Method, lacking: list[DeclaredArgument]) -> Iterator[_Insert]:
    if not lacking:
        return
    source = (root / method.file).read_text(encoding="utf-8")
    tree = ast.parse(source)
    (node,) = (
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.name, node.lineno) == (method.name, method.line)
    )
    yield _insert_into_signature(node, lacking)
    yield from _insert_into_docstring(node, source.splitlines(), lacking)
    yield _insert_into_call(node, method.operation, lacking)


def _insert_into_signature(node: ast.FunctionDef | ast.AsyncFunctionDef, lacking: list[DeclaredArgument]) -> _Insert:
    """Insert keywords before `**options`, the required ones as well: others would move what is positional."""
    options = node.args.kwarg
    if options is None:
        raise ValueError(f"{node.name} takes no **options")
    star = "" if node.args.kwonlyargs or node.args.vararg else "*, "
    text = star + "".join(f"{declare(argument)}, " for argument in lacking)
    return _Insert(options.lineno - 1, options.col_offset - 2, text)


def _insert_into_docstring(
    node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str], lacking: list[DeclaredArgument]
) -> Iterator[_Insert]:
    """Insert what is said of arguments, which stands before what is said of `**options`."""
    for number in range(node.body[0].lineno - 1, node.body[0].end_lineno or 0):
        if lines[number].strip().startswith("**options: "):
            yield _Insert(number, 0, "".join(f"{line}\n" for line in explain_arguments(lacking)))
            return


def _insert_into_call(node: ast.AST, operation: str, lacking: list[DeclaredArgument]) -> _Insert:
    """Insert the keywords of the call of `api.operation`, behind its last argument."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and any(_is_api(part, operation) for part in (call.func, *call.args)):
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            last = max(given, key=lambda part: (part.end_lineno or 0, part.end_col_offset or 0), default=call.func)
            text = "".join(f", {argument.name}={argument.name}" for argument in lacking)
            return _Insert((last.end_lineno or 1) - 1, last.end_col_offset or 0, text)
    raise ValueError(f"no call of api.{operation}")


def _is_api(node: ast.expr, operation: str) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id="api"), attr=name):
            return name == operation
    return False


def _write(path: Path, inserts: list[_Insert]) -> str:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for insert in sorted(inserts, key=lambda found: (found.line, found.column), reverse=True):
        if insert.line == len(lines):
            lines.append(insert.text)
        else:
            line = lines[insert.line].encode()
            lines[insert.line] = (line[: insert.column] + insert.text.encode() + line[insert.column :]).decode()
    return format_file(add_imports("".join(lines)))
