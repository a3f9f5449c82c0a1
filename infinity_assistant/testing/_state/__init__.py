# SPDX-License-Identifier: MIT. Generated from overlays/testing/_state/__init__.py: edit that file, then run `make generate`.
"""Keep what the emulator remembers: conversations, knowledge, keys, quotas, the time."""
