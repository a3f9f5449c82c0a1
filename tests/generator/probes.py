"""Changes of `openapi.yaml` that tests try: by names that no service has, so that it may grow without breaking them."""

from __future__ import annotations

import re

from generator.package import CONTRACT, ROOT

_FOUND = re.search(r"enum: \[search, assist\b.*\]", (ROOT / CONTRACT).read_text(encoding="utf-8"))
assert _FOUND
#: The modes of a chat as they stand there, with a further one, and without one that they have.
MODE = _FOUND[0]
MORE_MODES = f"{MODE[:-1]}, probe_plan]"
FEWER_MODES = MODE.replace(", build", "")
