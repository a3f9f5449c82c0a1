"""Runs pytest on a CPython of Windows, below Wine."""

import sys

if __name__ == "__main__":
    # Wine 8 has not all of what this module asks for; platform does without it.
    sys.modules["_wmi"] = None  # type: ignore[assignment]

    import pytest

    raise SystemExit(pytest.main(sys.argv[1:]))
