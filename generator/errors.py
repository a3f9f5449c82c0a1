"""What the generator raises when it cannot use its inputs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class GeneratorError(Exception):
    """The inputs cannot be used as they are; the message says where, why, and what to do."""


class DocumentError(GeneratorError):
    """The document cannot be used as it is: where, what is wrong, and what to do about it."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(place, problem, remedy)
        self.place, self.problem, self.remedy = place, problem, remedy

    def __str__(self) -> str:
        return f"{shorten(self.place)}: {shorten(self.problem)}; {shorten(self.remedy)}"


class MalformedError(DocumentError):
    """The document is not built as OpenAPI says, so that nothing else of it can be told."""


class DocumentErrors(GeneratorError):
    """Everything that keeps a document from being used, one line each."""

    def __init__(self, errors: Sequence[DocumentError]) -> None:
        super().__init__(*errors)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))


def raise_all(errors: Sequence[DocumentError]) -> None:
    """Raise what was found: nothing, the one error, or all of them as one."""
    distinct = list({str(error): error for error in errors}.values())
    if len(distinct) == 1:
        raise distinct[0]
    if distinct:
        raise DocumentErrors(distinct)


def shorten(text: str, limit: int = 300) -> str:
    """Return a text for one line of a terminal: printable, without addresses of memory, and not too long."""
    plain = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in _ADDRESS.sub("", text))
    return plain if len(plain) <= limit else f"{plain[:limit]}..."
