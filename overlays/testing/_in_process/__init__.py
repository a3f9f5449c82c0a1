# SPDX-License-Identifier: MIT
"""Put a client on an emulator without a socket."""
