# SPDX-License-Identifier: MIT. Generated from overlays/testing/_in_process/__init__.py: edit that file, then run `make generate`.
"""Put a client on an emulator without a socket."""
