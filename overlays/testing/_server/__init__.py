# SPDX-License-Identifier: MIT
"""Serve an emulator over HTTP, with the console and the interface that steers it."""
