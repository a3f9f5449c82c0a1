"""Held against tools that others made: schemathesis, and a browser. They need the tools of development."""
