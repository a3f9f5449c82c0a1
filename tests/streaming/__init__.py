"""Streams as objects: cut, resumed, closed, shared, forked."""
