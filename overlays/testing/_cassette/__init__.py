# SPDX-License-Identifier: MIT
"""Record calls of a real service in a file, and play them."""
