# SPDX-License-Identifier: MIT. Generated from overlays/testing/_http/__init__.py: edit that file, then run `make generate`.
"""Describe requests and responses as plain values, and write the bodies that the service writes."""
