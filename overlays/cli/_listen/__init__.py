# SPDX-License-Identifier: MIT
"""Receive webhook deliveries."""
