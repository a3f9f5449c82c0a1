# SPDX-License-Identifier: MIT
"""How far a job is, by its journal."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Dict, Union

from attrs import frozen

from infinity_assistant.bulk._errors import BulkError
from infinity_assistant.bulk._journal_file import connect
from infinity_assistant.bulk._result import DONE, FAILED, IN_DOUBT, PLANNED, SENT
from infinity_assistant.bulk._settings import make_path


@frozen
class Status:
    """How many calls of a journal are in which state; `tokens` is the sum of those that are done."""

    planned: int
    sent: int
    done: int
    failed: int
    in_doubt: int
    tokens: int


def status(journal: Union[str, Path]) -> Status:
    """Count the calls of a journal. A job may be running.

    Raises:
        BulkError: There is no such journal.
    """
    path = make_path(journal, "journal")
    if not path.is_file():
        raise BulkError(f"there is no journal at {path}")
    connection = connect(path)
    try:
        rows = connection.execute("SELECT state, count(*), total(tokens) FROM calls GROUP BY state").fetchall()
    except sqlite3.Error as error:
        raise BulkError(f"{path} is no journal that can be read: {error}") from None
    finally:
        connection.close()
    counts: Dict[str, int] = {state: count for state, count, _ in rows}
    planned, sent, done, failed, in_doubt = (counts.get(state, 0) for state in (PLANNED, SENT, DONE, FAILED, IN_DOUBT))
    return Status(planned, sent, done, failed, in_doubt, int(sum(tokens for _, _, tokens in rows)))
