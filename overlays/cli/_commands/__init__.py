# SPDX-License-Identifier: MIT
"""Define the commands, one module each."""
