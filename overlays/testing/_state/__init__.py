# SPDX-License-Identifier: MIT
"""Keep what the emulator remembers: conversations, knowledge, keys, quotas, the time."""
