"""What the client leaves out on purpose."""

from __future__ import annotations

from collections.abc import Mapping

#: `operation` or `operation.parameter`, and the reason. What stands here stays reachable through `client.request`.
LEFT_OUT: Mapping[str, str] = {
    "export_usage.format": "the method returns the typed records of the JSON format; a CSV file has no model",
}
