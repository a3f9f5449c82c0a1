"""What the client lacks, and what it has too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.facade.api_functions import ApiFunction, read_api_functions
from generator.facade.client_methods import Method, read_methods
from generator.facade.docstrings import explain_arguments, find_unexplained
from generator.facade.events import find_missing_events
from generator.facade.left_out import LEFT_OUT
from generator.facade.names import find_defined, find_missing_names
from generator.facade.pages import find_missing_on_pages
from generator.facade.service import find_missing_of_service
from generator.facade.signatures import DeclaredArgument
from generator.facade.sources import merge_modules, read_generated_sources
from generator.facade.suggestion import write_method, write_parameter
from generator.names import CALL_OPTIONS
from generator.package import FACTS, PACKAGE, ROOT

Apis = Mapping[str, ApiFunction]


def check(
    root: Path = ROOT, generated: Mapping[str, str] | None = None, left_out: Mapping[str, str] = LEFT_OUT
) -> list[str]:
    """Find what to change in the hand-written code, one text for each change; none if it is complete.

    `generated` holds the sources of the folders `api` and `models`, by path; those of the package unless given.
    """
    sources = generated or read_generated_sources(root)
    overlays = root / "overlays"
    functions, found = (
        read_api_functions(merge_modules(sources, "api"), merge_modules(sources, "models")),
        read_methods(overlays),
    )
    return [
        *_find_missing(functions, {method.operation: method for method in found}, left_out),
        *(problem for method in found for problem in _check_method(method, functions, left_out)),
        *_find_idle(left_out, functions, {method.operation for method in found}),
        *find_missing_events(overlays, functions.values()),
        *find_missing_names(overlays, {"models": find_defined(merge_modules(sources, "models")) | {"Model"}}),
        *find_missing_of_service(sources.get(FACTS, "")),
        *find_missing_on_pages(root, functions, left_out),
    ]


def _find_missing(functions: Apis, present: Mapping[str, Method], left_out: Mapping[str, str]) -> Iterator[str]:
    order = list(functions)
    for name, function in functions.items():
        if name not in present and name not in left_out:
            before = [present[other] for other in order[: order.index(name)] if other in present]
            neighbour = before[-1] if before else next(iter(present.values()), None)
            yield _add_method(function, neighbour)


def _add_method(function: ApiFunction, neighbour: Method | None) -> str:
    place = f"{neighbour.file}: after {neighbour.owner}.{neighbour.name}" if neighbour else "overlays/async_client.py"
    return f"{place}, add a method for the operation {function.name}:\n\n{write_method(function)}"


def _check_method(method: Method, functions: Apis, left_out: Mapping[str, str]) -> Iterator[str]:
    place = f"{method.file}:{method.line}: {method.owner}.{method.name}"
    function = functions.get(method.operation)
    if function is None:
        yield f"{place} calls api.{method.operation}, which is gone: delete the method"
        return
    for name, argument in function.arguments.items():
        if f"{function.name}.{name}" in left_out or name in CALL_OPTIONS:
            continue
        if name not in method.passed:
            yield f"{place} lacks the keyword {name}:\n\n{write_parameter(argument)}"
        else:
            yield from _check_argument(place, argument, method)
    for name, value in method.passed.items():
        if name not in function.arguments:
            yield f"{place} passes {name}, which api.{function.name} does not take: delete {value} and {name}={value}"
    for argument in find_unexplained(method, function):
        lines = "\n".join(explain_arguments([argument]))
        yield f"{place}: the docstring does not explain {argument.name}: write, under Args:\n\n{lines}"
    yield from _check_result(place, method, function)
    if function.deprecation and not method.deprecation:
        source = f"{PACKAGE}._models.deprecation"
        yield f"{place} is not marked: import deprecated from {source}, and write @{function.deprecation}"
    if method.deprecation and not function.deprecation:
        yield f"{place} is marked as deprecated, which api.{function.name} is not: delete @{method.deprecation}"


def _check_argument(place: str, wanted: DeclaredArgument, method: Method) -> Iterator[str]:
    given = method.arguments.get(method.passed[wanted.name])
    if given is None:
        return
    if wanted.required and not given.required:
        yield f"{place}: {given.name} is required: write {given.name}: {wanted.annotation}, without a default"
    elif given.required and not wanted.required and given.annotation != "Any":
        yield f"{place}: {given.name} may be left out: write {given.name}: {wanted.annotation} = {wanted.default}"
    elif given.annotation != wanted.annotation:
        yield f"{place}: the type of {given.name} is {given.annotation}: write {wanted.annotation}"


def _check_result(place: str, method: Method, function: ApiFunction) -> Iterator[str]:
    wanted = function.stream if function.events else function.returns
    if method.returns != wanted:
        yield f"{place} returns {method.returns}: write {wanted}"


def _find_idle(left_out: Mapping[str, str], functions: Apis, present: set[str]) -> Iterator[str]:
    """Find entries of the list that leave nothing out, or give no reason."""
    for entry, reason in left_out.items():
        operation, _, argument = entry.partition(".")
        function = functions.get(operation)
        if function is None or (argument and argument not in function.arguments):
            yield f"generator/facade/left_out.py: {entry} is not in the contract: delete the entry"
        elif not argument and operation in present:
            yield f"generator/facade/left_out.py: {entry} has a method by now: delete the entry"
        elif not reason.strip():
            yield f"generator/facade/left_out.py: {entry} has no reason: write one"
