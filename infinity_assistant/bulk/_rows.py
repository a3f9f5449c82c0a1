# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_rows.py: edit that file, then run `make generate`.
"""The calls that are to be made, each when its turn in its group has come."""

from __future__ import annotations

from collections import deque
from typing import Any, Deque, Dict, NamedTuple, Optional, Union

from infinity_assistant._models.call import Call


class Row(NamedTuple):
    """A call of the input that is to be made.

    Those of one `group` take turns: they are of one conversation, or equal and `is_deduped`.
    """

    number: int
    call: Call[Any]
    digest: bytes
    group: Union[str, bytes, None] = None
    is_deduped: bool = False


class RowQueue:
    """Rows in their order. Of one group, at most one is handed out at a time."""

    def __init__(self) -> None:
        #: Rows whose turn has come.
        self._next: Deque[Row] = deque()
        #: The groups of which a row is handed out or next, and the rows that wait behind it.
        self._waiting: Dict[Union[str, bytes], Deque[Row]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, row: Row) -> None:
        """Add a row at the end."""
        self._count += 1
        if row.group is None:
            self._next.append(row)
        elif row.group in self._waiting:
            self._waiting[row.group].append(row)
        else:
            self._waiting[row.group] = deque()
            self._next.append(row)

    def take(self) -> Optional[Row]:
        """Hand out the next row whose turn has come."""
        if not self._next:
            return None
        self._count -= 1
        return self._next.popleft()

    def give_back(self, row: Row) -> None:
        """Take back a row that was handed out. It is the next one again."""
        self._count += 1
        self._next.appendleft(row)

    def release(self, row: Row) -> None:
        """Let the next row of a group have its turn."""
        if row.group is None:
            return
        waiting = self._waiting[row.group]
        if waiting:
            self._next.append(waiting.popleft())
        else:
            del self._waiting[row.group]
