# SPDX-License-Identifier: MIT. Generated from overlays/testing/_webhooks/__init__.py: edit that file, then run `make generate`.
"""Write webhook deliveries, and send them."""
