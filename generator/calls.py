"""What the template of `api.py` is given: operations that are ready to become functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser import GeneratorData

from generator import tool
from generator.arguments import Argument
from generator.code import docstring, literal
from generator.document import Document, DocumentError
from generator.kinds import Kind, kind_of, value_literal
from generator.modules import module_name
from generator.names import python_name
from generator.reduced import operations, parameters, request_body, resolved, successes
from generator.views import facts_of, named_classes, properties, property_facts, raw_name


@dataclass(frozen=True)
class OperationView:
    """An operation, ready to become a function."""

    name: str
    tag: str
    method: str
    path: str
    answer: str
    reader: str
    #: Media types in which the answer is text, not JSON.
    texts: tuple[str, ...]
    arguments: tuple[Argument, ...]
    has_body: bool
    events: tuple[tuple[str, str, str], ...]
    facts: Document

    @property
    def module(self) -> str:
        """The module of `api` in which it stands; a function may be called as its tag, so modules are private."""
        return f"_{module_name(self.tag)}"

    @property
    def constant(self) -> str:
        """The name of the constant."""
        return self.name.upper()

    @property
    def idempotent(self) -> bool:
        """Whether it is safe to repeat."""
        return bool(self.facts.get("x-idempotent", self.method in ("GET", "HEAD")))

    @property
    def deprecated(self) -> bool:
        """Whether the document advises against it."""
        return self.facts.get("deprecated") is True

    @property
    def deprecation(self) -> str:
        """The warning of a deprecated operation."""
        return f"{self.name} is deprecated: the service may cease to offer it"

    def at(self, place: str) -> list[Argument]:
        """The arguments that travel at `place`."""
        return [argument for argument in self.arguments if argument.place == place]

    @property
    def conditions(self) -> list[tuple[str, str, str]]:
        """Arguments that are required when another has a value: both names, and the value, as a literal."""
        names = {argument.wire: argument.name for argument in self.arguments}
        return [
            (argument.name, names[wire], value_literal(value))
            for argument in self.arguments
            for wire, value in argument.facts.get("x-required-when", {}).items()
        ]

    @property
    def doc(self) -> str:
        """The docstring."""
        parts = [str(self.facts.get(key, "")).strip() for key in ("summary", "description")]
        described = (argument for argument in self.arguments if argument.doc)
        arguments = [f"- `{argument.name}`: {' '.join(argument.doc.split())}" for argument in described]
        texts = f"Where the arguments ask for {' or '.join(self.texts)}, the answer is a `str`." if self.texts else ""
        deprecated = "Deprecated: the service may cease to offer it." if self.deprecated else ""
        return docstring("\n\n".join(filter(None, [*parts, texts, deprecated, "\n".join(arguments)])) or self.name)


def calls(document: Document, data: GeneratorData) -> list[OperationView]:
    """Every operation of the document, in its order."""
    named = named_classes(document)
    tags = data.endpoint_collections_by_tag.values()
    endpoints = {str(endpoint.name): endpoint for tag in tags for endpoint in tag.endpoints}
    return [
        _call(document, (path, method, operation, item), endpoints[tool.endpoint_name(operation["operationId"])], named)
        for path, method, operation, item in operations(document)
    ]


def _call(
    document: Document, place: tuple[str, str, Document, Document], endpoint: Any, named: Mapping[str, bool]
) -> OperationView:
    path, method, operation, item = place
    where = f"{method.upper()} {path}"
    events = tuple(
        (literal(name), literal(event["friendly"]), tool.class_name(event["schema"]))
        for name, event in operation.get("x-events", {}).items()
    )
    answer = None if events else _answer(document, operation, endpoint, where, named)
    texts = () if events else _texts(document, operation)
    found = [*_parameters(document, operation, item, endpoint, named), *_body(document, operation, endpoint, named)]
    return OperationView(
        name=python_name(operation["operationId"]),
        tag=next(iter(operation.get("tags", ())), "default"),
        method=method.upper(),
        path=path,
        answer=_annotation(answer, [name for _, _, name in events]),
        reader=answer.reader(late=True) if answer else "",
        texts=texts,
        arguments=tuple(sorted(found, key=lambda argument: not argument.required)),
        has_body=request_body(document, operation) is not None,
        events=events,
        facts=operation,
    )


def _answer(
    document: Document, operation: Document, endpoint: Any, where: str, named: Mapping[str, bool]
) -> Kind | None:
    with_content = {status for status, answer in successes(document, operation).items() if answer.get("content")}
    kinds = {
        kind_of(response.prop, where, named)
        for response in endpoint.responses.patterns
        if response.status_code.pattern in with_content
    }
    if len(kinds) > 1:
        raise DocumentError(where, "its successes have different schemas", "give them one schema, or a oneOf of both")
    return kinds.pop() if kinds else None


def _annotation(answer: Kind | None, events: list[str]) -> str:
    if events:
        return f"Union[{', '.join(f'm.{name}' for name in dict.fromkeys(events))}]"
    return answer.annotation("m.") if answer else "None"


def _texts(document: Document, operation: Document) -> tuple[str, ...]:
    kinds = {kind: None for answer in successes(document, operation).values() for kind in answer.get("content", {})}
    return tuple(kind for kind in kinds if kind.startswith("text/"))


def _parameters(
    document: Document, operation: Document, item: Document, endpoint: Any, named: Mapping[str, bool]
) -> list[Argument]:
    groups = {
        "path": endpoint.path_parameters,
        "query": endpoint.query_parameters,
        "header": endpoint.header_parameters,
    }
    props: dict[tuple[str, str], Any] = {}
    for place, group in groups.items():
        props.update({(raw_name(prop), place): prop for prop in group})
    found = []
    for parameter in parameters(document, operation, item):
        wire, place = parameter["name"], parameter["in"]
        beside: Document = {key: parameter[key] for key in ("description", "deprecated") if key in parameter}
        facts: Document = {**facts_of(document, parameter["schema"]), **beside}
        kind = kind_of(props[wire, place], f"{endpoint.name}.{wire}", named)
        found.append(Argument(wire, python_name(wire), place, kind, parameter.get("required", False), facts))
    return found


def _body(document: Document, operation: Document, endpoint: Any, named: Mapping[str, bool]) -> list[Argument]:
    schema = request_body(document, operation)
    if schema is None:
        return []
    facts = property_facts(document, resolved(document, schema))
    props = {raw_name(prop): prop for prop in properties(endpoint.bodies[0].prop)}
    kinds = {wire: kind_of(prop, f"{endpoint.name}.{wire}", named) for wire, prop in props.items()}
    return [
        Argument(wire, python_name(wire), "body", kinds[wire], props[wire].required, told)
        for wire, told in facts.items()
    ]
