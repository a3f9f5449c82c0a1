"""Whether the hand-written client offers what the contract does.

`check` compares the methods of the client with the functions of `api.py`, by reading their source. What it finds
names the file to edit, and the code to add or to delete.
"""

from __future__ import annotations

from generator.facade.check import check

__all__ = ["check"]
