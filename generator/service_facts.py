"""What the document says of the service as a whole: its address, its keys, the payloads of its deliveries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.document import Document
from generator.parser import to_class_name
from generator.references import resolve

_BEARER = "http bearer"
_IN_HEADER = "apiKey in header "


@dataclass(frozen=True)
class ServiceFacts:
    """The facts that hand-written code reads."""

    base_url: str
    key_header: str
    #: Name of each security scheme, and how it works.
    schemes: tuple[tuple[str, str], ...]
    #: Event of each delivery, and the class of its `data`.
    payloads: tuple[tuple[str, str], ...]


def collect_service_facts(document: Document) -> ServiceFacts:
    """Collect the facts of a document in its normal form."""
    found = (document.get("components") or {}).get("securitySchemes") or {}
    schemes = {name: resolve(document, scheme) for name, scheme in found.items()}
    headers = [str(s.get("name")) for s in schemes.values() if _describe(s).startswith(_IN_HEADER)]
    return ServiceFacts(
        _find_base_url(document),
        headers[0] if headers else "Authorization",
        tuple((name, _describe(scheme)) for name, scheme in schemes.items()),
        tuple((event, to_class_name(name)) for event, name in document.get("x-webhook-payloads", {}).items()),
    )


def is_sent(how: str, key_header: str) -> bool:
    """Return whether the client authenticates in this way: one key, in its header or as a bearer token."""
    return how in (f"{_IN_HEADER}{key_header}", _BEARER)


def find_server_address(server: Mapping[str, Any]) -> str:
    """Find the address of a server, its variables at their defaults."""
    url = str(server.get("url", ""))
    for name, variable in (server.get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url


def _find_base_url(document: Document) -> str:
    """Find the address of the first server, its variables at their defaults; empty for one that is relative."""
    url = find_server_address((document.get("servers") or [{}])[0])
    return url.rstrip("/") if url.startswith(("https://", "http://")) else ""


def _describe(scheme: Document) -> str:
    kind = str(scheme.get("type"))
    if kind == "apiKey":
        return f"apiKey in {scheme.get('in')} {scheme.get('name')}"
    return f"http {str(scheme.get('scheme')).lower()}" if kind == "http" else kind
