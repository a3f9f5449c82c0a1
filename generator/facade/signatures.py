"""The parameters and the marks of a function, read from its source."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class DeclaredArgument:
    """A parameter: its type as source, and whether it may be left out."""

    name: str
    annotation: str
    required: bool
    default: str = "None"
    #: What the document says of it, and the values that it names.
    doc: str = ""
    values: tuple[str, ...] = ()


def read_arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, DeclaredArgument]:
    declared = node.args
    positional = [*declared.posonlyargs, *declared.args]
    first_default = len(positional) - len(declared.defaults)
    defaults = [None] * first_default + list(declared.defaults)
    found = [_read_argument(*pair) for pair in zip(positional, defaults, strict=True) if pair[0].arg != "self"]
    found += [_read_argument(*pair) for pair in zip(declared.kwonlyargs, declared.kw_defaults, strict=True)]
    return {argument.name: argument for argument in found}


def _read_argument(node: ast.arg, default: ast.expr | None) -> DeclaredArgument:
    annotation = ast.unparse(node.annotation) if node.annotation else "Any"
    return DeclaredArgument(node.arg, annotation, default is None, "None" if default is None else ast.unparse(default))


def find_deprecation(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    """Find the decorator that marks a function as deprecated; empty if there is none."""
    marks = (ast.unparse(decorator) for decorator in node.decorator_list)
    return next((mark for mark in marks if mark.startswith("deprecated(")), "")
