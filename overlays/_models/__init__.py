# SPDX-License-Identifier: MIT
"""What generated models and calls stand on: read, check and write JSON."""
