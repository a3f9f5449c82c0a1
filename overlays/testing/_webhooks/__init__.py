# SPDX-License-Identifier: MIT
"""Write webhook deliveries, and send them."""
