# SPDX-License-Identifier: MIT. Generated from overlays/cli/_chat/__init__.py: edit that file, then run `make generate`.
"""Hold a conversation at the keyboard."""
