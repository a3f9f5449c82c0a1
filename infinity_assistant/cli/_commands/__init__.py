# SPDX-License-Identifier: MIT. Generated from overlays/cli/_commands/__init__.py: edit that file, then run `make generate`.
"""Define the commands, one module each."""
