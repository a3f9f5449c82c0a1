# SPDX-License-Identifier: MIT
"""Let a test switch faults on and off; `Emulator` inherits this."""

from __future__ import annotations

from typing import Any, List, Optional, Union

from infinity_assistant.testing._faults.fault_text import format_fault, parse_fault
from infinity_assistant.testing._faults.faults import ANY, Fault, FaultPlan


class FaultControls:
    """The methods of an emulator that are about faults."""

    _faults: FaultPlan

    def fail(
        self,
        operation: str = ANY,
        *,
        status: int = 503,
        times: Optional[int] = 1,
        probability: float = 1.0,
        body: Any = None,
        retry_after: Union[None, str, float] = None,
    ) -> None:
        """Respond to the next requests with an error, in the shape that the operation has for it.

        Args:
            operation: The id of an operation, such as `chat`; `*` is all of them.
            status: The HTTP status.
            times: How many requests fail; None is all.
            probability: How probable it is that a request fails.
            body: Replaces the usual body: a JSON value, or a string for the title of an HTML page.
            retry_after: The header Retry-After: seconds, or an HTTP date.

        Raises:
            EmulatorError: There is no such operation.
        """
        after = None if retry_after is None else str(retry_after)
        fault = Fault("status", operation, times, probability, status=status, body=body, retry_after=after)
        self.add_fault(fault)

    def delay(self, seconds: float, operation: str = ANY, *, times: Optional[int] = None) -> None:
        """Wait before the responses to the next `times` requests (None: all)."""
        self.add_fault(Fault("delay", operation, times, seconds=seconds))

    def cut_stream(self, after: int = 3, operation: str = "chat_stream", *, times: Optional[int] = 1) -> None:
        """Close the connection after so many events of a stream, as a host does that caps a request's time."""
        self.add_fault(Fault("cut", operation, times, after=after))

    def reset(self, operation: str = ANY, *, times: Optional[int] = 1, applied: bool = False) -> None:
        """Reset the connection without a response; with `applied`, after the operation was carried out."""
        self.add_fault(Fault("reset", operation, times, applied=applied))

    def add_fault(self, fault: Union[Fault, str]) -> None:
        """Add a fault, or the text of one such as `chat:503:0.1`.

        Raises:
            EmulatorError: There is no such operation, or the text cannot be parsed.
        """
        self._faults.add(parse_fault(fault) if isinstance(fault, str) else fault)

    def clear_faults(self, operation: str = ANY) -> None:
        """Remove the faults of an operation, or all."""
        self._faults.clear(operation)

    def remove_fault(self, text: str) -> bool:
        """Remove the faults whose text, such as `chat:503:0.1`, is this; return whether there were any."""
        return self._faults.remove(lambda fault: format_fault(fault) == text)

    @property
    def faults(self) -> List[Fault]:
        """The faults that can still happen, with the remaining times."""
        return [fault._replace(times=remaining) for fault, remaining in self._faults.list_pending()]
