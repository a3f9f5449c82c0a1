"""Annotations as sets of alternatives, to tell a wider type from a narrower one."""

from __future__ import annotations

import ast

from generator.diff.change import Level


def list_alternatives(annotation: ast.expr | None) -> frozenset[str]:
    """List the members of a union, optional or literal; anything else is one alternative."""
    match annotation:
        case None:
            return frozenset({"Any"})
        case ast.Constant(value=str(text)):
            return list_alternatives(ast.parse(text, mode="eval").body)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return list_alternatives(left) | list_alternatives(right)
        case ast.Subscript(value=value, slice=inner):
            members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            match _find_last_name(value):
                case "Optional":
                    return list_alternatives(inner) | {"None"}
                case "Union":
                    return frozenset().union(*map(list_alternatives, members))
                case "Literal":
                    return frozenset(ast.unparse(member) for member in members)
                case name:
                    return frozenset({f"{name}[{', '.join(spell(member) for member in members)}]"})
    return frozenset({_find_last_name(annotation)})


def spell(annotation: ast.expr | None) -> str:
    """Return an annotation as text, the same for each spelling of it."""
    return " | ".join(sorted(list_alternatives(annotation), key=lambda name: (name == "None", name)))


def judge_received(old: ast.expr | None, new: ast.expr | None) -> Level:
    """Judge how much a changed type matters to those who are given the value."""
    return _judge(_promote(new), _promote(old))


def judge_passed(old: ast.expr | None, new: ast.expr | None) -> Level:
    """Judge how much a changed type matters to those who pass the value."""
    return _judge(_promote(old), _promote(new))


def _judge(narrow: frozenset[str], wide: frozenset[str]) -> Level:
    if narrow == wide:
        return Level.NONE
    return Level.ADDITIVE if narrow < wide else Level.BREAKING


def _promote(annotation: ast.expr | None) -> frozenset[str]:
    found = list_alternatives(annotation)
    return found | {"int"} if "float" in found else found


def _find_last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)
