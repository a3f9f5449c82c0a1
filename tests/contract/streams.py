"""Event streams exactly as the service frames them: stricter than the standard, independent of any decoder."""

from __future__ import annotations

import json
import re
from typing import Any, List, Tuple

_FRAME = re.compile(r"event: (\w+)\ndata: ([^\r\n]+)\n\n")


def events(body: str) -> List[Tuple[str, Any]]:
    """Return the name and the data of each event; refuse anything between the frames."""
    assert _FRAME.sub("", body) == "", "something stands between the frames"
    return [(name, json.loads(data)) for name, data in _FRAME.findall(body)]
