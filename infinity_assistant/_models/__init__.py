# SPDX-License-Identifier: MIT. Generated from overlays/_models/__init__.py: edit that file, then run `make generate`.
"""What generated models and calls stand on: read, check and write JSON."""
