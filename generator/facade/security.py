"""Whether the client knows every way to authenticate that the contract has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generator.service_facts import KNOWN_SCHEMES

CREDENTIALS = "overlays/_core/credentials.py"


def unknown_schemes(source: str) -> Iterator[str]:
    """What to write for each security scheme that is not sent; `source` is the module of the service's facts."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "SECURITY_SCHEMES" and node.value:
            for name, how in ast.literal_eval(node.value).items():
                if how not in KNOWN_SCHEMES:
                    yield (
                        f"{CREDENTIALS}: the security scheme {name} ({how}) is not sent by the client: add it, or take "
                        f"it out of the contract"
                    )
