# SPDX-License-Identifier: MIT. Generated from overlays/cli/_listen/__init__.py: edit that file, then run `make generate`.
"""Receive webhook deliveries."""
