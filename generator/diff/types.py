"""Annotations as sets of alternatives, to tell a wider type from a narrower one."""

from __future__ import annotations

import ast

from generator.diff.change import Level


def alternatives(annotation: ast.expr | None) -> frozenset[str]:
    """The members of a union, optional or literal; anything else is one alternative."""
    match annotation:
        case None:
            return frozenset({"Any"})
        case ast.Constant(value=str(text)):
            return alternatives(ast.parse(text, mode="eval").body)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return alternatives(left) | alternatives(right)
        case ast.Subscript(value=value, slice=inner):
            members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            match _last(value):
                case "Optional":
                    return alternatives(inner) | {"None"}
                case "Union":
                    return frozenset().union(*map(alternatives, members))
                case "Literal":
                    return frozenset(ast.unparse(member) for member in members)
                case name:
                    return frozenset({f"{name}[{', '.join(spelled(member) for member in members)}]"})
    return frozenset({_last(annotation)})


def spelled(annotation: ast.expr | None) -> str:
    """An annotation as text, the same for each spelling of it."""
    return " | ".join(sorted(alternatives(annotation), key=lambda name: (name == "None", name)))


def received(old: ast.expr | None, new: ast.expr | None) -> Level:
    """How much a changed type matters to those who are given the value."""
    return _change(_promoted(new), _promoted(old))


def passed(old: ast.expr | None, new: ast.expr | None) -> Level:
    """How much a changed type matters to those who pass the value."""
    return _change(_promoted(old), _promoted(new))


def _change(narrow: frozenset[str], wide: frozenset[str]) -> Level:
    if narrow == wide:
        return Level.NONE
    return Level.ADDITIVE if narrow < wide else Level.BREAKING


def _promoted(annotation: ast.expr | None) -> frozenset[str]:
    found = alternatives(annotation)
    return found | {"int"} if "float" in found else found


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)
