# SPDX-License-Identifier: MIT
"""Hold a conversation at the keyboard."""
