"""Documents made by chance: what a call of each operation sends is what OpenAPI says, and what came is read whole.

`python -m tests.generator.random_documents.run 0 300` tries more of them.
"""

from __future__ import annotations

import pytest

from tests.generator.random_documents.run import check_document


@pytest.mark.parametrize("seed", range(20))
def test_calls_of_a_random_document_arrive_and_their_responses_are_read(seed: int) -> None:
    check_document(seed)
