"""Measures the SDK against code written by hand and against its peers, on a server of its own."""
