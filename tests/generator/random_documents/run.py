"""Tries as many documents as one likes: `python -m tests.generator.random_documents.run 0 300`."""

from __future__ import annotations

import sys
import warnings
from typing import Any
from unittest import mock

from generator.render import render_files
from generator.unsupported import find_unsupported
from tests.generator.in_memory import import_files
from tests.generator.random_documents.calls import check_request, check_result, make_call
from tests.generator.random_documents.documents import Documents
from tests.generator.random_documents.probe import Probe


def check_document(seed: int) -> None:
    """Generate a document, and make a call of each operation."""
    documents = Documents(seed)
    made = documents.build()
    assert find_unsupported(made) == []
    with mock.patch("generator.render.format_files", lambda files: files), import_files(render_files(made)) as (_, api):
        for probe in documents.probes:
            _check_call(documents, probe, api)


def _check_call(documents: Documents, probe: Probe, api: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        request, result = make_call(probe, api)
        check_request(probe, request)
        check_result(probe, documents, result)


if __name__ == "__main__":
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        try:
            check_document(number)
        except Exception as problem:
            print(f"document {number}: {type(problem).__name__}: {str(problem)[:300]}")
