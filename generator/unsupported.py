"""All that keeps a document from becoming a package, in one run: what the checks find, and what comes out later."""

from __future__ import annotations

import copy

from generator.checks import find_errors
from generator.contract.operation_ids import propose_id
from generator.document import Document
from generator.errors import DocumentError, GeneratorError, MalformedError
from generator.leave_out import leave_out
from generator.normal_form import normalise
from generator.operation_checks import NAMELESS
from generator.operations import list_operations
from generator.parser import parse_document
from generator.parser_input import reduce_document
from generator.stream_events import add_stream_events
from generator.views.build_operations import build_operation_views
from generator.views.build_schemas import build_alias_views, build_dict_views, build_model_views, find_name_clashes

#: A document that is refused more often after its checks is looked at by somebody first.
_ROUNDS = 50


def find_unsupported(document: Document) -> list[DocumentError]:
    """Find every error: what has one is left out, to see what is behind it."""
    found: dict[str, DocumentError] = {}
    for _ in range(_ROUNDS):
        errors = find_errors(document) or _find_view_errors(document)
        is_new = any(str(error) not in found for error in errors)
        found.update((str(error), error) for error in errors)
        if not is_new or any(isinstance(error, MalformedError) for error in errors):
            break
        try:
            document, _ = leave_out(
                _name_operations(document), [error for error in errors if error.problem != NAMELESS]
            )
        except GeneratorError:
            break
    return list(found.values())


def _name_operations(document: Document) -> Document:
    """Return the document with a name for each operation that has none, so that it is not left out for that."""
    document = copy.deepcopy(document)
    taken = {str(operation.get("operationId")) for *_, operation, _ in list_operations(document)}
    for path, method, operation, _ in list_operations(document):
        if not operation.get("operationId"):
            operation["operationId"] = propose_id(path, method, taken)
            taken.add(operation["operationId"])
    return document


def _find_view_errors(document: Document) -> list[DocumentError]:
    try:
        normal = add_stream_events(normalise(document))
        data = parse_document(reduce_document(normal))
        classes, enums, found = (
            build_model_views(normal, data),
            build_alias_views(normal, data),
            build_operation_views(normal, data),
        )
        arguments = (argument.kind for call in found for argument in call.arguments)
        return list(find_name_clashes(normal, classes, enums, build_dict_views(classes, arguments)))
    except DocumentError as error:
        return [error]
