# SPDX-License-Identifier: MIT
"""Reply to messages: as scripted by a test, or from knowledge and memory."""
