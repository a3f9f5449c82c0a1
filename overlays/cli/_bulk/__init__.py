# SPDX-License-Identifier: MIT
"""Read the rows of a job, and write what became of them."""
