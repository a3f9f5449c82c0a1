# SPDX-License-Identifier: MIT. Generated from overlays/cli/_terminal/__init__.py: edit that file, then run `make generate`.
"""Read from and write to the terminal."""
