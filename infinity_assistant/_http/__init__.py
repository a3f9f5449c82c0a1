# SPDX-License-Identifier: MIT. Generated from overlays/_http/__init__.py: edit that file, then run `make generate`.
"""HTTP/1.1 on connections of our own, and httpx behind the same interface."""
