# SPDX-License-Identifier: MIT
"""Let things go wrong: faults, and the errors of each operation."""
