# SPDX-License-Identifier: MIT
"""HTTP/1.1 on connections of our own, and httpx behind the same interface."""
