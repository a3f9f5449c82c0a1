"""From a changed contract to a version and an entry in the changelog.

`python -m generator release` compares the project with its last release, takes the next semantic version from what
the difference does to callers, and writes `overlays/_version.py` and `CHANGELOG.md`. It refuses while something
breaks and nobody has written down how to follow.
"""
