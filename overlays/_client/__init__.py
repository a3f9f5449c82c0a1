# SPDX-License-Identifier: MIT
"""The methods of the clients, by subject, and what all of them share."""
