"""The generator is tried on documents of the tests' own, so that the one of the service may grow."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent
#: Who reads the document of the service all the same, and why that does not break when it grows.
ABOUT_THE_SERVICE = {
    "test_event_classes.py": "a second operation with its events, beside all that are there",
    "test_gaps.py": "it leaves nothing open",
    "test_merge.py": "what the official document changes",
    "test_openapi_overlay.py": "it is the sum of its overlay and what the overlay left",
    "test_service_facts.py": "its server and its key are those of the package",
    "probes.py": "a list of words to add to, and to take from, whatever stands there",
}


def test_the_document_of_the_service_is_read_by_tests_about_the_service_alone() -> None:
    readers = {path.name for path in FOLDER.rglob("*.py") if re.search(r"ROOT / CONTRACT", path.read_text("utf-8"))}
    assert readers - {Path(__file__).name} == set(ABOUT_THE_SERVICE)
