# SPDX-License-Identifier: MIT
"""Tell PyInstaller, by the entry point `pyinstaller40`, where the hook of this package is."""

from __future__ import annotations

from pathlib import Path
from typing import List


def get_hook_dirs() -> List[str]:
    """Return the folder of the hook."""
    return [str(Path(__file__).parent)]
