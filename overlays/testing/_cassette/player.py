# SPDX-License-Identifier: MIT
"""Respond with what was recorded, and with nothing else."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Dict, List, Optional
from urllib.parse import unquote

from infinity_assistant.testing._api.document import DescribedOperation, Document
from infinity_assistant.testing._api.router import BASE
from infinity_assistant.testing._cassette.bodies import build_body, build_events, describe_body, describe_query
from infinity_assistant.testing._cassette.contract import find_changes
from infinity_assistant.testing._cassette.exchange import COMPLETE, Cassette, Exchange, read_cassette
from infinity_assistant.testing._cassette.masking import Masker
from infinity_assistant.testing._faults.faults import FaultPlan, apply_faults
from infinity_assistant.testing._http.messages import Request, Response
from infinity_assistant.testing.errors import CassetteMissError, EmulatorError


def load_checked(path: Path, document: Document) -> Cassette:
    """Read a cassette that the API description allows.

    Raises:
        EmulatorError: It is no cassette, or the API has changed since it was recorded.
    """
    cassette = read_cassette(path)
    for number, exchange in enumerate(cassette.exchanges, 1):
        change = next(find_changes(document, exchange), None)
        if change is not None:
            raise EmulatorError(
                f"{path}: exchange {number} ({exchange.operation}), recorded of version {cassette.api_version} of the"
                f" API, does not fit version {document.raw['info']['version']}: {change}. Record it anew"
            )
    return cassette


class Player:
    """Plays a cassette in place of the emulator's router: each exchange once, equal ones in their order."""

    def __init__(self, cassette: Cassette, document: Document, faults: FaultPlan, in_real_time: bool) -> None:
        self._document = document
        self._faults = faults
        self._in_real_time = in_real_time
        self._left: List[Exchange] = list(cassette.exchanges)
        self._played: List[Exchange] = []
        self._masker = Masker(document, text=cassette.masks_text)
        self._lock = threading.Lock()

    @property
    def left(self) -> List[str]:
        """The operations that were recorded and not asked for yet."""
        return [exchange.operation for exchange in self._left]

    def find_operation(self, request: Request) -> Optional[DescribedOperation]:
        """Find the operation that a request calls, or None."""
        return self._document.find_operation(request.method, unquote(request.path)[len(BASE) :])

    def respond(self, request: Request, latency: float = 0.0) -> Response:
        """Respond as it was recorded.

        Raises:
            CassetteMissError: Such a request was not recorded, or not so often.
        """
        operation = self.find_operation(request)
        faults = self._faults.select_faults(operation.id) if operation is not None else []
        name = "" if operation is None else operation.id
        return apply_faults(faults, name, lambda: self._play(request, name))

    def _play(self, request: Request, operation: str) -> Response:
        wanted = self._masker.mask(describe_request(request, request.path[len(BASE) :]))
        with self._lock:
            for number, exchange in enumerate(self._left):
                if exchange.request == wanted:
                    self._played.append(self._left.pop(number))
                    return self._build(exchange.response)
            raise CassetteMissError(self._explain(wanted, operation))

    def _build(self, response: Any) -> Response:
        headers = tuple(response.get("headers", {}).items())
        if "events" in response:
            chunks = build_events(response["events"], self._in_real_time)
        else:
            body = build_body(response)
            chunks = ((0.0, body),) if body else ()
        return Response(response["status"], headers, chunks, ending=response.get("ending", COMPLETE))

    def _explain(self, wanted: Dict[str, Any], operation: str) -> str:
        asked = f"{operation or 'nothing of the API'} ({wanted['method']} {wanted['path']})"
        played = sum(exchange.request == wanted for exchange in self._played)
        if played:
            return f"{asked} was recorded {played} times, and is asked for once more: record it anew"
        near = next((one for one in self._left if one.operation == operation), None)
        if near is None:
            return f"{asked} was not recorded: {', '.join(self.left) or 'nothing is'} left. Record it anew"
        differing = sorted(_list_differences(near.request, wanted))
        return f"{asked} was recorded with another {' and '.join(differing)}: record it anew"


def describe_request(request: Request, path: str) -> Dict[str, Any]:
    """Describe a request by what it asks for. Its headers hold keys and tell programs apart, and are left out."""
    described: Dict[str, Any] = {"method": request.method, "path": path}
    if request.query:
        described["query"] = describe_query(request.query)
    return {**described, **describe_body(request.body)}


def _list_differences(one: Any, other: Any, where: str = "") -> List[str]:
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return [] if one == other else [where]
    names = {*one, *other}
    pairs = [(one.get(name), other.get(name), f"{where}.{name}".lstrip(".")) for name in names]
    return [found for pair in pairs for found in _list_differences(*pair)]
