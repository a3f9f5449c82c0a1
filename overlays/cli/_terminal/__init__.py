# SPDX-License-Identifier: MIT
"""Read from and write to the terminal."""
