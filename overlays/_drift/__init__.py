# SPDX-License-Identifier: MIT
"""How the service differs from the description that the package was made from."""
