# SPDX-License-Identifier: MIT. Generated from overlays/testing/_faults/__init__.py: edit that file, then run `make generate`.
"""Let things go wrong: faults, and the errors of each operation."""
