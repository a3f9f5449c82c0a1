# SPDX-License-Identifier: MIT. Generated from overlays/cli/_bulk/__init__.py: edit that file, then run `make generate`.
"""Read the rows of a job, and write what became of them."""
