# SPDX-License-Identifier: MIT. Generated from overlays/_client/__init__.py: edit that file, then run `make generate`.
"""The methods of the clients, by subject, and what all of them share."""
