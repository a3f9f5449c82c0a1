# SPDX-License-Identifier: MIT
"""Turn whatever happens into an exit code and a message."""
