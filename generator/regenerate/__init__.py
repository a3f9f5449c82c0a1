"""A new document in, a change ready for review out.

`python -m generator regenerate --spec PATH_OR_URL` takes a new state of `openapi.yaml`, makes the package, writes the
version and a draft of the changelog entry, and a text that says what changed and what is left to do by hand.
"""
