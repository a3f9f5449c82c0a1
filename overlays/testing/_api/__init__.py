# SPDX-License-Identifier: MIT
"""Answer the operations of the API: routing, validation, identity, one module per subject."""
