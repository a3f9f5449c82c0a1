# SPDX-License-Identifier: MIT
"""One recorded exchange, and the file that holds many."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Dict, List, Mapping, NamedTuple

from infinity_assistant.testing.errors import EmulatorError

VERSION = 1
#: How a recorded response ends, as those of the emulator do.
COMPLETE, CUT, SILENT = "complete", "cut", "silent"


class Exchange(NamedTuple):
    """A request and its response, as JSON values.

    `request` has `method`, `path`, and what there is of `query` and `body`; `response` has `status`, `headers`, and one
    of `body` (JSON), `text`, `base64` and `events`, and an `ending` unless it is complete.
    """

    operation: str
    request: Mapping[str, Any]
    response: Mapping[str, Any]


class Cassette(NamedTuple):
    """What a file holds: the version of the API, whether words are masked, and the exchanges in their order."""

    api_version: str
    masks_text: bool
    exchanges: List[Exchange]


def write_cassette(path: Path, cassette: Cassette) -> None:
    """Write a cassette, one value a line, so that two recordings can be compared. The file is replaced as a whole."""
    value: Dict[str, Any] = {
        "cassette": VERSION,
        "api_version": cassette.api_version,
        "mask_text": cassette.masks_text,
        "exchanges": [exchange._asdict() for exchange in cassette.exchanges],
    }
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    beside.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(path)


def read_cassette(path: Path) -> Cassette:
    """Read a cassette.

    Raises:
        EmulatorError: There is no such file, or it is no cassette.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EmulatorError(f"the cassette {path} cannot be read: {error.strerror}; record it first") from None
    except ValueError as error:
        raise EmulatorError(f"{path} is no cassette, since it is not JSON: {error}") from None
    if not isinstance(value, dict) or value.get("cassette") != VERSION:
        raise EmulatorError(f"{path} is no cassette of version {VERSION}: record it anew with testing.record()")
    try:
        exchanges = [_read_exchange(one) for one in value["exchanges"]]
        return Cassette(str(value["api_version"]), bool(value["mask_text"]), exchanges)
    except (KeyError, TypeError, AttributeError) as error:
        raise EmulatorError(f"{path} is no whole cassette ({error!r}): record it anew") from None


def _read_exchange(value: Mapping[str, Any]) -> Exchange:
    request, response = value["request"], value["response"]
    for name in ("method", "path"):
        request[name].encode()
    response["status"].bit_length()
    return Exchange(value["operation"], request, response)
