"""All that keeps a document from becoming a package, in one run: what the checks find, and what comes out later."""

from __future__ import annotations

from generator.calls import calls
from generator.checks import find_errors
from generator.document import Document
from generator.errors import DocumentError
from generator.leave_out import leave_out
from generator.normal_form import normalise
from generator.reduced import reduced
from generator.stream_events import with_stream_events
from generator.tool import parse_document
from generator.views import aliases, models

#: A document that is refused more often after its checks is looked at by somebody first.
_ROUNDS = 50


def find_refusals(document: Document) -> list[DocumentError]:
    """Find every refusal: what is refused while views are made is left out, to see what is behind it."""
    errors = find_errors(document)
    rounds = 0 if errors else _ROUNDS
    for _ in range(rounds):
        error = _view_error(document)
        if error is None:
            break
        errors.append(error)
        try:
            document, _ = leave_out(document, [error])
        except DocumentError:
            break
    return errors


def _view_error(document: Document) -> DocumentError | None:
    try:
        normal = with_stream_events(normalise(document))
        data = parse_document(reduced(normal))
        models(normal, data)
        aliases(normal, data)
        calls(normal, data)
    except DocumentError as error:
        return error
    return None
