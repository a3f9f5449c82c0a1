# SPDX-License-Identifier: MIT
"""The results that wait to be handed over, in the order of the input or as calls end."""

from __future__ import annotations

from typing import Dict, List

from infinity_assistant.bulk._result import BulkResult


class ResultQueue:
    """Results by the number of their call, which counts from 1."""

    def __init__(self, is_ordered: bool) -> None:
        self._is_ordered = is_ordered
        self._results: Dict[int, BulkResult] = {}
        self._next = 1

    def __len__(self) -> int:
        return len(self._results)

    def add(self, result: BulkResult) -> None:
        """Add the result of a call."""
        self._results[result.index + 1] = result

    @property
    def is_ready(self) -> bool:
        """Whether there are results that may be handed over."""
        return self._next in self._results if self._is_ordered else bool(self._results)

    def pop(self) -> List[BulkResult]:
        """Return the results that may be handed over, and forget them."""
        if not self._is_ordered:
            return self.pop_all()
        found = []
        while self._next in self._results:
            found.append(self._results.pop(self._next))
            self._next += 1
        return found

    def pop_all(self) -> List[BulkResult]:
        """Return what has ended behind a call that has not, too: the job has stopped."""
        found = list(self._results.values())
        self._results.clear()
        return sorted(found, key=lambda result: result.index) if self._is_ordered else found
