# SPDX-License-Identifier: MIT. Generated from overlays/testing/_server/__init__.py: edit that file, then run `make generate`.
"""Serve an emulator over HTTP, with the console and the interface that steers it."""
