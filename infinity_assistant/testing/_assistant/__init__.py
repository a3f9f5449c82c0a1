# SPDX-License-Identifier: MIT. Generated from overlays/testing/_assistant/__init__.py: edit that file, then run `make generate`.
"""Reply to messages: as scripted by a test, or from knowledge and memory."""
