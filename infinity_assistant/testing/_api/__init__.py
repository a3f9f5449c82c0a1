# SPDX-License-Identifier: MIT. Generated from overlays/testing/_api/__init__.py: edit that file, then run `make generate`.
"""Carry out the operations of the API: routing, validation, identity, one module per subject."""
