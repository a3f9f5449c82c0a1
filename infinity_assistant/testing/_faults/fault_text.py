# SPDX-License-Identifier: MIT. Generated from overlays/testing/_faults/fault_text.py: edit that file, then run `make generate`.
"""Parse a fault from a short text, such as `chat:503:0.1`: one in ten calls of `chat` returns 503.

The form is `operation:what[:probability][:xTimes]`. `operation` is an operation id or `*`. `what` is a status
(`503`), a status with seconds for Retry-After (`429@30`), or one of `delay@2` (seconds), `cut@3` (after 3 events),
`reset`, `html`, `malformed`, `content-type`, `trickle@0.05` (seconds before each byte).
"""

from __future__ import annotations

import re
from typing import Any, Dict

from infinity_assistant.testing._faults.faults import KINDS, Fault
from infinity_assistant.testing.errors import EmulatorError

_NUMBERED = {"delay": "seconds", "trickle": "seconds", "cut": "after"}
_STATUS = re.compile(r"[1-5]\d\d")


def parse_fault(text: str) -> Fault:
    """Parse a fault.

    The operation is not looked up.

    Raises:
        EmulatorError: The text does not have the form above; the message says what is wrong and what would do.
    """
    operation, colon, rest = text.partition(":")
    if not colon or not rest:
        raise _build_error(text, "it needs an operation and what happens to it, as in chat:503 or *:reset:0.1")
    what, *options = rest.split(":")
    fault = Fault(operation=operation, **_parse_kind(text, what))
    for option in options:
        fault = fault._replace(**_parse_option(text, option))
    return fault


def format_fault(fault: Fault) -> str:
    """Format a fault as `parse_fault` reads it."""
    what = fault.kind
    if fault.kind == "status":
        what = f"{fault.status}" if fault.retry_after is None else f"{fault.status}@{fault.retry_after}"
    elif fault.kind in _NUMBERED:
        what = f"{what}@{getattr(fault, _NUMBERED[fault.kind]):g}"
    chance = f":{fault.probability:g}" if fault.probability < 1 else ""
    return f"{fault.operation}:{what}{chance}{'' if fault.times is None else f':x{fault.times}'}"


def _parse_kind(text: str, what: str) -> Dict[str, Any]:
    name, _, value = what.partition("@")
    if name.isdigit():
        if not _STATUS.fullmatch(name):
            raise _build_error(text, f"{name} is no HTTP status (100 to 599)")
        return {"kind": "status", "status": int(name), "retry_after": value or None}
    if name not in KINDS or name == "status":
        raise _build_error(
            text, f"{name!r} is neither a status nor one of {', '.join(k for k in KINDS if k != 'status')}"
        )
    if name not in _NUMBERED:
        return {"kind": name}
    number = _parse_number(text, value, f"{name} needs a number, as in {name}@2")
    return {"kind": name, _NUMBERED[name]: int(number) if name == "cut" else number}


def _parse_option(text: str, option: str) -> Dict[str, Any]:
    if option.startswith("x") and option[1:].isdigit():
        return {"times": int(option[1:])}
    advice = f"{option!r} is neither a probability (0 to 1) nor a number of times (x2)"
    chance = _parse_number(text, option, advice)
    if chance > 1:
        raise _build_error(text, advice)
    return {"probability": chance}


def _parse_number(text: str, value: str, advice: str) -> float:
    try:
        number = float(value)
    except ValueError:
        raise _build_error(text, advice) from None
    if not 0 <= number < float("inf"):
        raise _build_error(text, advice)
    return number


def _build_error(text: str, reason: str) -> EmulatorError:
    return EmulatorError(f"the fault {text!r} cannot be used: {reason}")
