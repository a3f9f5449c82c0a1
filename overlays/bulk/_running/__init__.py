# SPDX-License-Identifier: MIT
"""How the calls of a job are made: in threads, or in tasks of asyncio."""
