# SPDX-License-Identifier: MIT
"""Warnings when the service says what this version of the package does not know.

Unknown fields, values and events are kept and never an error. Whoever wants to hear of them turns the warnings on,
with `drift_warnings=True` or `INFINITY_ASSISTANT_DRIFT=1`.
"""

from __future__ import annotations

import warnings
from typing import Any, List, Optional, Set

from infinity_assistant._drift.description import Description
from infinity_assistant._drift.difference import Difference
from infinity_assistant._models.fast_json import parse_json
from infinity_assistant._models.operation import Operation


class InfinityAssistantDriftWarning(UserWarning):
    """The service responded with something that the API description does not have. `difference` says what."""

    def __init__(self, message: str, difference: Optional[Difference] = None) -> None:
        super().__init__(message)
        self.difference = difference


class Drift:
    """Compares responses with the API description and warns once for each difference and operation.

    The description is read before the first call.
    """

    def __init__(self, description: Optional[Description] = None) -> None:
        self._description = description
        self._warned: Set[Difference] = set()

    def prepare(self) -> None:
        """Read the description, which is a file, before there is a response to compare with it."""
        self._load_description()

    def describes(self, operation: Operation) -> bool:
        """Return whether the description has an operation: of one that was made by hand it says nothing."""
        described = self._load_description().operations.get(operation.id)
        return described is not None and described[:2] == (operation.method, operation.path)

    def observe(self, operation_id: str, json_value: Any) -> None:
        """Look at the JSON of a response."""
        self._warn(self._load_description().differences(operation_id, json_value))

    def observe_event(self, operation_id: str, event: str, data: Any) -> None:
        """Look at one event of a stream, by its name on the wire, and the JSON of its data."""
        self._warn(self._load_description().event_differences(operation_id, event, data))

    def watch_stream(self, operation: Operation) -> StreamDrift:
        """Return what looks at the events of one stream."""
        return StreamDrift(self, operation)

    def _load_description(self) -> Description:
        if self._description is None:
            self._description = Description.load_packaged()
        return self._description

    def _warn(self, differences: List[Difference]) -> None:
        for difference in differences:
            if difference not in self._warned:
                self._warned.add(difference)
                message = f"{difference}; a newer version of infinity-assistant may know it"
                warnings.warn(InfinityAssistantDriftWarning(message, difference), stacklevel=3)


class StreamDrift:
    """Looks at the events of one stream of `operation`: call it with the name and the data of each."""

    def __init__(self, drift: Drift, operation: Operation) -> None:
        self._drift = drift
        self._operation = operation

    def __call__(self, name: str, data: str) -> None:
        if not self._drift.describes(self._operation):
            return
        try:
            value = parse_json(data.encode("utf-8", "surrogatepass"))
        except ValueError:
            return  # Whether the event makes sense is for the stream to say.
        self._drift.observe_event(self._operation.id, name, value)
