# SPDX-License-Identifier: MIT
"""Carry out the operations of the API: routing, validation, identity, one module per subject."""
