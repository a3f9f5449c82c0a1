"""Whether the client can reach the service and authenticate as the contract says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from generator.package import CONTRACT
from generator.service_facts import is_sent

CREDENTIALS = "overlays/_core/credentials.py"


def find_missing_of_service(source: str) -> Iterator[str]:
    """Find what to do about facts that the client has no use for; `source` is the module of the service's facts."""
    facts = _read_constants(source)
    if facts.get("BASE_URL") == "":
        yield f"{CONTRACT}: servers[0].url is no address, so that each client needs a base_url: write the whole URL"
    for name, how in facts.get("SECURITY_SCHEMES", {}).items():
        if not is_sent(how, facts["KEY_HEADER"]):
            yield (
                f"{CREDENTIALS}: the security scheme {name} ({how}) is not sent by the client: add it, or take it "
                f"out of {CONTRACT}"
            )


def _read_constants(source: str) -> dict[str, Any]:
    found = {}
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = ast.literal_eval(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                found[name] = ast.literal_eval(value)
    return found
