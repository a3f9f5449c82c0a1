# SPDX-License-Identifier: MIT. Generated from overlays/_models/typing_names.py: edit that file, then run `make generate`.
"""Names of `typing` that older Pythons find in `typing_extensions`."""

from __future__ import annotations

import sys

# pydantic takes no TypedDict of `typing` before Python 3.12.
if sys.version_info >= (3, 12):
    from typing import Required as Required
    from typing import Self as Self
    from typing import TypedDict as TypedDict
    from typing import Unpack as Unpack
else:
    from typing_extensions import Required as Required
    from typing_extensions import Self as Self
    from typing_extensions import TypedDict as TypedDict
    from typing_extensions import Unpack as Unpack
