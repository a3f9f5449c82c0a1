# SPDX-License-Identifier: MIT. Generated from overlays/testing/_cassette/__init__.py: edit that file, then run `make generate`.
"""Record calls of a real service in a file, and play them."""
