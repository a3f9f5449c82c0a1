# SPDX-License-Identifier: MIT
"""Streamed responses: the decoder of server-sent events, the events, the stream objects."""
