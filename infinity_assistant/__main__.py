# SPDX-License-Identifier: MIT. Generated from overlays/__main__.py: edit that file, then run `make generate`.
"""`python -m infinity_assistant`: the command line."""

from __future__ import annotations

from infinity_assistant.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
