# SPDX-License-Identifier: MIT
"""The way of a call: build the request, send it, retry, read the response."""
