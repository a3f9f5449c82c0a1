# SPDX-License-Identifier: MIT. Generated from overlays/_mcp/__init__.py: edit that file, then run `make generate`.
"""The Model Context Protocol: calls of the API as tools of agents."""
