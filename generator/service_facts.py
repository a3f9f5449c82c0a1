"""What the document says of the service as a whole: its address, its keys, the payloads of its deliveries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document import Document
from generator.media import is_json
from generator.reduced import resolved
from generator.tool import class_name

#: Ways to authenticate that the client knows.
KNOWN_SCHEMES = ("apiKey in header", "http bearer")
_REFERENCE = "#/components/schemas/"


@dataclass(frozen=True)
class ServiceFacts:
    """The facts that hand-written code reads."""

    base_url: str
    key_header: str
    #: Name of each security scheme, and how it works.
    schemes: tuple[tuple[str, str], ...]
    #: Event of each delivery, and the class of its `data`.
    payloads: tuple[tuple[str, str], ...]


def service_facts(document: Document) -> ServiceFacts:
    """Collect the facts of a document."""
    found = (document.get("components") or {}).get("securitySchemes") or {}
    schemes = {name: resolved(document, scheme) for name, scheme in found.items()}
    headers = [str(s.get("name")) for s in schemes.values() if _describe(s) == KNOWN_SCHEMES[0]]
    return ServiceFacts(
        _base_url(document),
        headers[0] if headers else "Authorization",
        tuple((name, _describe(scheme)) for name, scheme in schemes.items()),
        tuple(_payloads(document)),
    )


def _base_url(document: Document) -> str:
    """The address of the first server, its variables at their defaults; empty for one that is relative."""
    servers = document.get("servers") or [{}]
    url = str(servers[0].get("url", ""))
    for name, variable in (servers[0].get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url.rstrip("/") if url.startswith(("https://", "http://")) else ""


def _describe(scheme: Document) -> str:
    kind = str(scheme.get("type"))
    if kind == "apiKey":
        return f"apiKey in {scheme.get('in')}"
    return f"http {str(scheme.get('scheme')).lower()}" if kind == "http" else kind


def _payloads(document: Document) -> Iterator[tuple[str, str]]:
    for event, item in (document.get("webhooks") or {}).items():
        body = resolved(document, (resolved(document, item).get("post") or {}).get("requestBody")) or {}
        for kind, media in (body.get("content") or {}).items():
            schema = (media or {}).get("schema") if is_json(kind) else None
            if schema is not None:
                data = _data_schema(document, schema)
                if data:
                    yield event, class_name(data)


def _data_schema(document: Document, schema: Document) -> str:
    """The name of the schema of `data`, alone or beside null; empty if it has none."""
    last: Document = {}
    for part in [*(schema.get("allOf") or ()), schema]:
        last = (resolved(document, part).get("properties") or {}).get("data", last)
    members = [last, *(last.get("anyOf") or ()), *(last.get("oneOf") or ()), *(last.get("allOf") or ())]
    names = [str(m["$ref"])[len(_REFERENCE) :] for m in members if str(m.get("$ref", "")).startswith(_REFERENCE)]
    return names[0] if len(names) == 1 else ""
