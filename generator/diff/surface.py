"""The Python surface of a package, read from its source without running any of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diff.modules import Files, Modules, list_names

_CLIENT = "InfinityAssistantClient"


@dataclass(frozen=True)
class Parameter:
    """One parameter of a function."""

    name: str
    kind: str
    annotation: ast.expr | None
    default: ast.expr | None
    required: bool


@dataclass(frozen=True)
class Function:
    """A function or method."""

    parameters: Mapping[str, Parameter]
    returns: ast.expr | None
    is_async: bool


@dataclass(frozen=True)
class Attribute:
    """A field of a class, a property, or the meaning of an alias."""

    annotation: ast.expr | None
    required: bool = False
    alias: bool = False


@dataclass(frozen=True)
class Class:
    """A class itself; its members are items of their own."""

    bases: frozenset[str]


Item = Function | Attribute | Class


def read_surface(files: Files) -> dict[str, Item]:
    """Read the public names of a package, by place.

    That is everything in `models` and `api`, and what `__init__` exports. The client is read in one of both, since the
    other is made from it; its methods are found in its base classes too.
    """
    modules = Modules(files)
    found: dict[str, Item] = {}
    for module in ("models", "api"):
        for definition in modules.defined(module).values():
            found |= {f"{module}.{name}": item for name, item in _read_statement(definition, modules, module)}
    for name, (module, definition) in _find_exported(modules).items():
        place = "client" if name == _CLIENT else name
        found |= {place + inner[len(name) :]: item for inner, item in _read_statement(definition, modules, module)}
    return found


def _find_exported(modules: Modules) -> dict[str, tuple[str, ast.stmt]]:
    """Find what `__init__` imports from modules other than `models` and `api`, with its definition."""
    imports = modules.imports("__init__")
    exported = {}
    for name, module in imports.items():
        definition = modules.find_definition(module, name)
        is_twin = name.startswith("Async") and name.removeprefix("Async") in imports
        if definition and module not in ("models", "api") and not is_twin:
            exported[name] = definition
    return exported


def _read_statement(node: ast.stmt, modules: Modules, module: str) -> Iterator[tuple[str, Item]]:
    """Read the public items of one statement at the top of a module."""
    if any(name.startswith("_") for name in list_names(node)):
        return
    match node:
        case ast.ClassDef():
            yield node.name, Class(frozenset(ast.unparse(base) for base in node.bases))
            for name, item in _read_members(node, modules, module).items():
                yield f"{node.name}.{name}", item
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield node.name, _read_function(node)
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if isinstance(value, (ast.Subscript, ast.BinOp)):
            yield name, Attribute(value, alias=True)
        case ast.Assign(targets=[ast.Name(id=name)]):
            yield name, Attribute(None)
        case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=value):
            yield name, Attribute(value, alias=True)
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
            yield name, Attribute(annotation)


def _read_members(node: ast.ClassDef, modules: Modules, module: str) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for base in node.bases:
        name = base.id if isinstance(base, ast.Name) else ""
        home = modules.find_definition(module, name) if name else None
        if home and isinstance(home[1], ast.ClassDef):
            found |= _read_members(home[1], modules, home[0])
    # The methods of models say once more which fields there are.
    body = [part for part in node.body if module != "models" or isinstance(part, ast.AnnAssign)]
    for statement in body:
        for name in list_names(statement):
            if not name.startswith("_") or name == "__init__":
                found[name] = _read_member(statement)
    return found


def _read_member(node: ast.stmt) -> Item:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            decorators = {ast.unparse(decorator) for decorator in node.decorator_list}
            if decorators & {"property", "cached_property", "functools.cached_property"}:
                return Attribute(node.returns)
            return _read_function(node)
        case ast.AnnAssign():
            return Attribute(node.annotation, required=_is_required(node.value))
    return Attribute(None)


def _is_required(value: ast.expr | None) -> bool:
    """Return whether a field has no default: `name: str`, or `name: str = attrs.field(repr=False)`."""
    if isinstance(value, ast.Call):
        return not {keyword.arg for keyword in value.keywords} & {"default", "factory"}
    return value is None


def _read_function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    parameters = {parameter.name: parameter for parameter in _read_parameters(node.args)}
    return Function(parameters, node.returns, isinstance(node, ast.AsyncFunctionDef))


def _read_parameters(arguments: ast.arguments) -> Iterator[Parameter]:
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    defaults += arguments.defaults
    for argument, default in zip(positional, defaults, strict=True):
        if argument.arg not in ("self", "cls"):
            yield Parameter(argument.arg, "positional", argument.annotation, default, default is None)
    for argument, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield Parameter(argument.arg, "keyword", argument.annotation, keyword_default, keyword_default is None)
    for variadic, stars in ((arguments.vararg, "*"), (arguments.kwarg, "**")):
        if variadic:
            yield Parameter(stars + variadic.arg, stars, variadic.annotation, None, False)
