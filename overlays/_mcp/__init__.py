# SPDX-License-Identifier: MIT
"""The Model Context Protocol: calls of the API as tools of agents."""
