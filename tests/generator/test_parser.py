"""Nothing that openapi-python-client complains of is hidden."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document import DocumentError
from generator.parser import parse_document

OK: Any = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "paths": {}}


def test_a_document_without_complaints_is_parsed() -> None:
    assert parse_document(OK).models == []


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        ({**OK, "openapi": "2.0"}, "Failed to parse OpenAPI document"),
        ({**OK, "paths": {"/x/{y}": {"get": {"responses": {}}}}}, "Incorrect path templating"),
        ({**OK, "components": {"schemas": {"X": {"type": "array"}}}}, "type array must have items"),
    ],
)
def test_errors_and_warnings_of_the_tool_are_errors(document: Any, complaint: str) -> None:
    """On one line."""
    with pytest.raises(DocumentError, match=complaint) as caught:
        parse_document(document)
    assert "\n" not in str(caught.value)
