# SPDX-License-Identifier: MIT. Generated from overlays/_core/call_events.py: edit that file, then run `make generate`.
"""What hooks are given: facts of an attempt and of a call, never a key, nor what was said."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

from attrs import frozen

from infinity_assistant.errors import Attempt


@frozen
class AttemptEvent:
    """What became of one attempt: the argument of `on_attempt`.

    `operation` is the id of the operation, such as "chat", and `number` counts its attempts from 1. `outcome` is the
    status, such as "503", or the name of what failed, such as "NetworkError", or "Abandoned" of a stream that was
    left; `error` is the name of the class of the error, `None` after a success. `elapsed` is how many seconds the
    attempt took (of a stream: up to its first event), `wait` how many the client waits before the next one, 0.0 if
    there is none. `deadline_left` is how many seconds the call has left; `None` if it has no deadline. What is not
    known is `None`.
    """

    operation: str
    number: int
    outcome: str
    status_code: Optional[int]
    error: Optional[str]
    elapsed: float
    wait: float
    deadline_left: Optional[float]
    request_id: Optional[str]
    conversation_id: Optional[str]


@frozen
class CallEvent:
    """What became of one call, with all its attempts and waits: the argument of `on_call`.

    A stream ends when it has been read to its end, was cut, or was closed. `attempts` tells what happened in each
    attempt, and is empty if nothing was sent. A stream that was left early has no error. `status_code` and `error`
    are those of the last one, or of what ended the stream. `first_event_after` is how many seconds it took to the
    first event of a stream, `tokens` how many tokens the service counted. What is not known is `None`.
    """

    operation: str
    attempts: Tuple[Attempt, ...]
    elapsed: float
    status_code: Optional[int]
    error: Optional[str]
    first_event_after: Optional[float]
    tokens: Optional[int]
    request_id: Optional[str]
    conversation_id: Optional[str]


AttemptHook = Callable[[AttemptEvent], object]
CallHook = Callable[[CallEvent], object]
