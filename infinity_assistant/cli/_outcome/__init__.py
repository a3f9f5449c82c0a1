# SPDX-License-Identifier: MIT. Generated from overlays/cli/_outcome/__init__.py: edit that file, then run `make generate`.
"""Turn whatever happens into an exit code and a message."""
