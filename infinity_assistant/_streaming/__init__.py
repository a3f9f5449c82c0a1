# SPDX-License-Identifier: MIT. Generated from overlays/_streaming/__init__.py: edit that file, then run `make generate`.
"""Streamed responses: the decoder of server-sent events, the events, the stream objects."""
