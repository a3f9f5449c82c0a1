# SPDX-License-Identifier: MIT. Generated from overlays/_drift/__init__.py: edit that file, then run `make generate`.
"""How the service differs from the description that the package was made from."""
