# SPDX-License-Identifier: MIT. Generated from overlays/_version.py: edit that file, then run `make generate`.
"""The version of the package."""

__version__ = "1.0.0"
