# SPDX-License-Identifier: MIT. Generated from overlays/bulk/_running/__init__.py: edit that file, then run `make generate`.
"""How the calls of a job are made: in threads, or in tasks of asyncio."""
