# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_stop_file.py: edit that file, then run `make generate`.
"""A file by which the parts of a job tell each other that the service refuses them all."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from pathlib import Path
from typing import Any, Dict, Optional, Type, Union

from infinity_assistant.bulk._errors import BulkError, BulkQuotaError
from infinity_assistant.bulk._stops import make_quota_error
from infinity_assistant.errors import (
    InfinityAssistantAPIError,
    InfinityAssistantAuthenticationError,
    InfinityAssistantError,
    InfinityAssistantPermissionError,
)

#: How long a refused key is taken for wrong without asking again.
_ERROR_HOLDS = dt.timedelta(minutes=5)
_ERRORS: Dict[int, Type[InfinityAssistantAPIError]] = {
    401: InfinityAssistantAuthenticationError,
    403: InfinityAssistantPermissionError,
}


class StopFile:
    """What one part has noted holds for all that have the same key, until the quota starts anew, or for five minutes.

    The file holds no key, but a few digits of a hash that tell one key from another.
    """

    def __init__(self, path: Union[str, Path], key: Optional[str]) -> None:
        self._path = Path(path)
        self._key = hashlib.sha256(b"bulk " + (key or "").encode("ascii", "replace")).hexdigest()[:8]

    def note(self, stop: InfinityAssistantError) -> None:
        """Tell the other parts why this one has stopped, if it concerns them."""
        if isinstance(stop, BulkQuotaError):
            self._write(429, stop.reset_at)
        elif isinstance(stop, (InfinityAssistantAuthenticationError, InfinityAssistantPermissionError)):
            self._write(403 if isinstance(stop, InfinityAssistantPermissionError) else 401, _now() + _ERROR_HOLDS)

    def read(self) -> Optional[InfinityAssistantError]:
        """Return what ends this part, if another one has noted it and it still holds.

        Raises:
            BulkError: The file holds something else.
        """
        try:
            noted: Dict[str, Any] = json.loads(self._path.read_text("ascii"))
            status, key = noted["status"], noted["key"]
            until = None if noted["until"] is None else dt.datetime.fromisoformat(noted["until"])
            is_over = until is not None and until <= _now()
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError):
            raise BulkError(f"{self._path} is not what a job has noted of its end: remove it") from None
        if key != self._key or is_over:
            return None
        return make_quota_error(until) if status == 429 else self._make_error(status)

    def _make_error(self, status: int) -> InfinityAssistantError:
        problem = "another part of the job was refused with the same key: give the right one and run the job again"
        error = _ERRORS.get(status, InfinityAssistantAPIError)(f"{problem}, or remove {self._path}", status_code=status)
        error.remembered = True
        return error

    def _write(self, status: int, until: Optional[dt.datetime]) -> None:
        noted = {"status": status, "until": None if until is None else until.isoformat(), "key": self._key}
        new = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        new.write_text(json.dumps(noted), "ascii")
        new.replace(self._path)  # In one step, so that nobody reads half of it.


def _now() -> dt.datetime:
    return dt.datetime.now(dt.timezone.utc)
