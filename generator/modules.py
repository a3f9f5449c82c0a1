"""In which module of the package each schema and each operation stands, and what the module of a schema needs."""

from __future__ import annotations

import hashlib
import keyword
import re
from collections.abc import Iterator, Mapping

from generator.names import to_snake_case

#: Names of devices, which Windows gives to no file.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}

#: File names end at 255 bytes.
_LONGEST = 120


def to_module_name(name: str) -> str:
    """Turn `ChatResponse` into `chat_response`; a name that no file can have gets an underscore."""
    ascii_name = re.sub(r"[^\x00-\x7f]", lambda match: f"_{ord(match[0]):x}_", name)
    snake = to_snake_case(ascii_name)
    if len(snake) > _LONGEST:  # two that begin alike stay apart
        snake = f"{snake[:_LONGEST]}_{hashlib.sha256(snake.encode()).hexdigest()[:8]}"
    if not snake[:1].isalpha():
        snake = f"u{snake}"
    return f"{snake}_" if keyword.iskeyword(snake) or snake in _DEVICES else snake


def find_circles(needs: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Find for each name those of its `needs` that lead back to it: their modules cannot import each other first."""
    reached = {name: frozenset(_find_reached(name, needs)) for name in needs}
    return {
        name: frozenset(other for other in direct if name in reached.get(other, ())) for name, direct in needs.items()
    }


def _find_reached(name: str, needs: Mapping[str, frozenset[str]]) -> Iterator[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for other in needs.get(waiting.pop(), frozenset()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield other
