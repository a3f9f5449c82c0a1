# SPDX-License-Identifier: MIT
"""What was said, for programs that want it in their traces: the conventions have a switch for that, which is off."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Optional

if TYPE_CHECKING:
    from infinity_assistant._models.call import Call

_SWITCH = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"


def is_wanted() -> bool:
    """Return whether the switch says that spans may hold what was said. It is read anew for each call."""
    return os.environ.get(_SWITCH, "").strip().lower() in ("true", "span_only", "span_and_event")


def describe_input(call: Call[Any]) -> str:
    """Describe the message that was sent, as the conventions write it."""
    return _write("user", str(call.find_argument("message") or ""))


def describe_output(result: Any, *, is_complete: bool) -> Optional[str]:
    """Describe the response, or as much of it as arrived; `None` without one."""
    text = getattr(result, "response", None) or getattr(result, "text", None)
    reason = "stop" if is_complete else "error"
    return _write("assistant", text, finish_reason=reason) if isinstance(text, str) and text else None


def _write(role: str, text: str, **more: str) -> str:
    return json.dumps([{"role": role, "parts": [{"type": "text", "content": text}], **more}], ensure_ascii=False)
