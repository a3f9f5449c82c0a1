# SPDX-License-Identifier: MIT
"""Decide what is said: as scripted by a test, or from knowledge and memory."""
