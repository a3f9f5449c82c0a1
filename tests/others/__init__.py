"""Held against tools that others made: a browser. They need the tools of development."""
