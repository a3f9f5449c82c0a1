# SPDX-License-Identifier: MIT. Generated from overlays/_core/__init__.py: edit that file, then run `make generate`.
"""The way of a call: build the request, send it, retry, read the response."""
