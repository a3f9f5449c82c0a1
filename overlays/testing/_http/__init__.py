# SPDX-License-Identifier: MIT
"""Describe requests and responses as plain values, and write the bodies that the service writes."""
